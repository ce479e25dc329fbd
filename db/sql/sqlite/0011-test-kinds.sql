CREATE TABLE `test_kinds` (
	`id` text PRIMARY KEY NOT NULL,
	`by` text NOT NULL,
	`key` text NOT NULL,
	`label` text NOT NULL,
	`category` text,
	`number` integer NOT NULL,
	`reason` text NOT NULL,
	`said_by` text NOT NULL,
	`from_at` integer NOT NULL,
	`reached` text DEFAULT '' NOT NULL,
	`changed` integer DEFAULT 0 NOT NULL,
	`left_out` integer DEFAULT 0 NOT NULL,
	`applied_at` integer,
	CONSTRAINT "test_kinds_by" CHECK(by in ('code','name'))
);

--> next
CREATE UNIQUE INDEX `test_kinds_version` ON `test_kinds` (`by`,`key`,`number`);
--> next
CREATE INDEX `test_kinds_to_apply` ON `test_kinds` (`from_at`,`id`) WHERE applied_at is null;
--> next
ALTER TABLE `results` ADD `codings` text DEFAULT '[]' NOT NULL;
--> next
ALTER TABLE `results` ADD `sections` text DEFAULT '' NOT NULL;
--> next
ALTER TABLE `results` ADD `message_id` text;