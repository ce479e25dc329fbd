CREATE TABLE `desk_edits` (
	`patient_id` text NOT NULL,
	`field` text NOT NULL,
	`edited_by` text NOT NULL,
	`edited_at` integer NOT NULL,
	`feed_value` text,
	`differs_since_at` integer,
	`settled_value` text,
	PRIMARY KEY(`patient_id`, `field`)
);

--> next
CREATE INDEX `desk_edits_differ` ON `desk_edits` (`differs_since_at`,`patient_id`,`field`) WHERE differs_since_at is not null;