CREATE TABLE `practitioner_roles` (
	`practitioner_id` text NOT NULL,
	`source` text NOT NULL,
	`place_kind` text NOT NULL,
	`place_source_id` text NOT NULL,
	`specialty` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`practitioner_id`, `place_kind`, `place_source_id`, `specialty`)
);
