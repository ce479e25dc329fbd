CREATE TABLE `opt_outs` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`channel` text NOT NULL,
	`kind` text NOT NULL,
	`source` text NOT NULL,
	`reason` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	`ended_by` text,
	`ended_at` integer,
	`end_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "opt_outs_channel" CHECK(channel in ('email','sms','app')),
	CONSTRAINT "opt_outs_kind" CHECK(kind in ('invitations','notices'))
);

--> next
CREATE UNIQUE INDEX `opt_outs_one` ON `opt_outs` (`patient_id`,`portal_id`,`channel`,`kind`) WHERE ended_at is null;
--> next
CREATE INDEX `opt_outs_by_patient` ON `opt_outs` (`patient_id`,`ended_at`);
--> next
ALTER TABLE `outbox_mails` ADD `portal_id` text;