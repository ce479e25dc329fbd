CREATE TABLE `proxy_persons` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text,
	`legal_family` text NOT NULL,
	`legal_given` text NOT NULL,
	`used_given` text,
	`birth_date` text,
	`language` text,
	`email` text,
	`phone` text,
	`email_key` text,
	`phone_key` text,
	`family_key` text NOT NULL,
	`given_key` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);

--> next
CREATE UNIQUE INDEX `proxy_persons_patient` ON `proxy_persons` (`patient_id`);
--> next
CREATE INDEX `proxy_persons_by_name` ON `proxy_persons` (`family_key`,`given_key`,`id`);
--> next
CREATE INDEX `proxy_persons_by_email` ON `proxy_persons` (`email_key`);
--> next
CREATE INDEX `proxy_persons_by_phone` ON `proxy_persons` (`phone_key`);
--> next
CREATE TABLE `proxy_person_names` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`use` text NOT NULL,
	`family` text NOT NULL,
	`given` text NOT NULL,
	`family_key` text NOT NULL,
	`given_key` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `proxy_persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "proxy_person_names_use" CHECK("use" in ('alias','former'))
);

--> next
CREATE INDEX `proxy_person_names_by_person` ON `proxy_person_names` (`person_id`);
--> next
CREATE INDEX `proxy_person_names_by_name` ON `proxy_person_names` (`family_key`,`given_key`,`person_id`);
--> next
CREATE TABLE `proxy_grants` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`person_id` text NOT NULL,
	`relationship` text NOT NULL,
	`basis` text NOT NULL,
	`level_id` text NOT NULL,
	`areas` text,
	`start_on` text NOT NULL,
	`end_on` text,
	`review_on` text,
	`state` text NOT NULL,
	`cause` text NOT NULL,
	`state_at` integer NOT NULL,
	`request_id` text,
	`invited_at` integer,
	`wrong_answers` integer DEFAULT 0 NOT NULL,
	`verified_how` text NOT NULL,
	`verified_by` text NOT NULL,
	`verified_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `proxy_persons`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "proxy_grants_state" CHECK(state in ('requested','held','pending','active','suspended','ended','denied')),
	CONSTRAINT "proxy_grants_has_end" CHECK(end_on is not null or review_on is not null),
	CONSTRAINT "proxy_grants_forward" CHECK(end_on is null or end_on >= start_on)
);

--> next
CREATE UNIQUE INDEX `proxy_grants_one_open` ON `proxy_grants` (`patient_id`,`portal_id`,`person_id`) WHERE state in ('requested','held','pending','active','suspended');
--> next
CREATE INDEX `proxy_grants_by_patient` ON `proxy_grants` (`patient_id`,`portal_id`);
--> next
CREATE INDEX `proxy_grants_by_person` ON `proxy_grants` (`person_id`,`portal_id`);
--> next
CREATE INDEX `proxy_grants_by_state` ON `proxy_grants` (`state`,`state_at`,`id`);
--> next
CREATE INDEX `proxy_grants_by_review` ON `proxy_grants` (`review_on`,`id`);
--> next
CREATE TABLE `proxy_grant_events` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`state` text NOT NULL,
	`cause` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`place` integer NOT NULL,
	`wish` text,
	FOREIGN KEY (`grant_id`) REFERENCES `proxy_grants`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE UNIQUE INDEX `proxy_grant_events_order` ON `proxy_grant_events` (`grant_id`,`place`);
--> next
CREATE TABLE `proxy_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`grant_id` text NOT NULL,
	`kind` text NOT NULL,
	`expires_on` text,
	`seen_by` text NOT NULL,
	`seen_at` integer NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`grant_id`) REFERENCES `proxy_grants`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE INDEX `proxy_documents_by_grant` ON `proxy_documents` (`grant_id`,`retired_at`);
--> next
CREATE INDEX `proxy_documents_by_expiry` ON `proxy_documents` (`expires_on`,`id`);
--> next
CREATE TABLE `legal_statuses` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`kind` text NOT NULL,
	`from_on` text NOT NULL,
	`until_on` text,
	`document` text NOT NULL,
	`former_family` text,
	`recorded_by` text NOT NULL,
	`approved_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "legal_statuses_kind" CHECK(kind in ('emancipated','married','minor-parent','state-custody','adopted','adult-guardianship','diminished-capacity'))
);

--> next
CREATE INDEX `legal_statuses_by_patient` ON `legal_statuses` (`patient_id`,`from_on`);
--> next
CREATE TABLE `minor_consents` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`person_id` text NOT NULL,
	`service_line` text NOT NULL,
	`given_at` integer NOT NULL,
	`recorded_by` text NOT NULL,
	`withdrawn_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `proxy_persons`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE INDEX `minor_consents_by_patient` ON `minor_consents` (`patient_id`,`person_id`);
--> next
CREATE UNIQUE INDEX `minor_consents_one` ON `minor_consents` (`patient_id`,`person_id`,`service_line`) WHERE withdrawn_at is null;
--> next
CREATE TABLE `record_items` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`category` text NOT NULL,
	`acquired_on` text,
	`confidential_to` text DEFAULT '' NOT NULL,
	`sensitive` integer DEFAULT false NOT NULL,
	`amount_cents` integer,
	`source` text NOT NULL,
	`source_id` text NOT NULL
);

--> next
CREATE UNIQUE INDEX `record_items_source` ON `record_items` (`source`,`source_id`);
--> next
CREATE INDEX `record_items_by_patient` ON `record_items` (`patient_id`,`category`,`acquired_on`);
--> next
CREATE TABLE `access_blocks` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	`lifted_by` text,
	`lifted_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "access_blocks_kind" CHECK(kind in ('court-order','safety-flag'))
);

--> next
CREATE INDEX `access_blocks_by_patient` ON `access_blocks` (`patient_id`,`lifted_at`);
--> next
CREATE TABLE `access_block_marks` (
	`id` text PRIMARY KEY NOT NULL,
	`block_id` text NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`given` text,
	FOREIGN KEY (`block_id`) REFERENCES `access_blocks`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "access_block_marks_kind" CHECK(kind in ('name','email','phone','birth-date','person','patient'))
);

--> next
CREATE INDEX `access_block_marks_by_block` ON `access_block_marks` (`block_id`);
--> next
CREATE TABLE `access_block_clearances` (
	`block_id` text NOT NULL,
	`person_id` text NOT NULL,
	`cleared_by` text NOT NULL,
	`cleared_at` integer NOT NULL,
	PRIMARY KEY(`block_id`, `person_id`),
	FOREIGN KEY (`block_id`) REFERENCES `access_blocks`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE TABLE `suppressed_channels` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`channel` text NOT NULL,
	`contact_key` text,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "suppressed_channels_channel" CHECK(channel in ('email','sms','phone','post'))
);

--> next
CREATE INDEX `suppressed_channels_by_patient` ON `suppressed_channels` (`patient_id`,`ended_at`);
--> next
CREATE TABLE `birthday_steps` (
	`patient_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`age` integer NOT NULL,
	`days_before` integer NOT NULL,
	`done_at` integer NOT NULL,
	`told` integer NOT NULL,
	PRIMARY KEY(`patient_id`, `portal_id`, `age`, `days_before`)
);

--> next
CREATE TABLE `prepared_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`prepared_at` integer NOT NULL,
	`state` text NOT NULL,
	`settled_at` integer,
	`settled_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "prepared_invitations_state" CHECK(state in ('open','sent','not-needed'))
);

--> next
CREATE UNIQUE INDEX `prepared_invitations_one` ON `prepared_invitations` (`patient_id`,`portal_id`);
--> next
CREATE INDEX `prepared_invitations_by_state` ON `prepared_invitations` (`state`,`prepared_at`,`id`);
--> next
CREATE TABLE `proxy_letters` (
	`id` text PRIMARY KEY NOT NULL,
	`to_kind` text NOT NULL,
	`to_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`template` text NOT NULL,
	`language` text NOT NULL,
	`refs` text NOT NULL,
	`made_at` integer NOT NULL,
	`printed_at` integer,
	`printed_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "proxy_letters_to" CHECK(to_kind in ('patient','proxy'))
);

--> next
CREATE INDEX `proxy_letters_waiting` ON `proxy_letters` (`printed_at`,`made_at`,`id`);
--> next
CREATE INDEX `proxy_letters_by_patient` ON `proxy_letters` (`patient_id`,`made_at`);