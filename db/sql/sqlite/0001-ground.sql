CREATE TABLE `practice` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`mode` text NOT NULL,
	`seeded_at` integer,
	`created_at` integer NOT NULL
);

--> next
CREATE TABLE `sites` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`jurisdiction` text NOT NULL,
	`phone` text,
	`source` text NOT NULL,
	`retired_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);

--> next
CREATE UNIQUE INDEX `sites_name` ON `sites` (`name`);
--> next
CREATE TABLE `staff` (
	`id` text PRIMARY KEY NOT NULL,
	`user_name` text NOT NULL,
	`name` text NOT NULL,
	`email` text,
	`npi` text,
	`clinician_kind` text,
	`status` text NOT NULL,
	`password_hash` text,
	`totp_sealed` text,
	`totp_last_step` integer,
	`patient_id` text,
	`language` text DEFAULT 'en' NOT NULL,
	`theme` text DEFAULT 'system' NOT NULL,
	`single_keys` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "staff_status" CHECK(status in ('invited','active','disabled')),
	CONSTRAINT "staff_clinician_kind" CHECK(clinician_kind is null or clinician_kind in ('prescriber','clinical-staff'))
);

--> next
CREATE UNIQUE INDEX `staff_user_name` ON `staff` (`user_name`);
--> next
CREATE UNIQUE INDEX `staff_npi` ON `staff` (`npi`);
--> next
CREATE INDEX `staff_by_name` ON `staff` (`name`,`id`);
--> next
CREATE TABLE `staff_roles` (
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`staff_id`, `role`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE INDEX `staff_roles_by_role` ON `staff_roles` (`role`,`staff_id`);
--> next
CREATE TABLE `staff_sites` (
	`staff_id` text NOT NULL,
	`site_id` text NOT NULL,
	`home` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`staff_id`, `site_id`),
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`site_id`) REFERENCES `sites`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE TABLE `recovery_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` integer,
	`retired_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE INDEX `recovery_codes_by_staff` ON `recovery_codes` (`staff_id`);
--> next
CREATE TABLE `staff_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`purpose` text NOT NULL,
	`created_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`redeemed_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`staff_id`) REFERENCES `staff`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE INDEX `staff_invitations_by_staff` ON `staff_invitations` (`staff_id`);
--> next
CREATE TABLE `staff_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_activity_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	`end_reason` text,
	`source_hash` text NOT NULL,
	`browser` text NOT NULL
);

--> next
CREATE INDEX `staff_sessions_open` ON `staff_sessions` (`staff_id`,`ended_at`);
--> next
CREATE TABLE `sign_in_throttles` (
	`id` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_failed_at` integer NOT NULL,
	`slowed_until` integer NOT NULL
);

--> next
CREATE TABLE `step_ups` (
	`id` text PRIMARY KEY NOT NULL,
	`session_id` text NOT NULL,
	`action` text NOT NULL,
	`object_id` text NOT NULL,
	`ends_at` integer NOT NULL,
	`used_at` integer
);

--> next
CREATE TABLE `two_person_requests` (
	`id` text PRIMARY KEY NOT NULL,
	`action` text NOT NULL,
	`object_id` text NOT NULL,
	`input` text NOT NULL,
	`effect` text NOT NULL,
	`reason` text NOT NULL,
	`requested_by` text NOT NULL,
	`requested_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decision_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "two_person_other" CHECK(decided_by is null or state in ('withdrawn') or decided_by <> requested_by)
);

--> next
CREATE INDEX `two_person_open` ON `two_person_requests` (`state`,`ends_at`);
--> next
CREATE UNIQUE INDEX `two_person_one_open` ON `two_person_requests` (`action`,`object_id`) WHERE state = 'open';
--> next
CREATE TABLE `idempotency_keys` (
	`staff_id` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer NOT NULL,
	`answer` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `key`)
);

--> next
CREATE INDEX `idempotency_keys_by_age` ON `idempotency_keys` (`created_at`);
--> next
CREATE TABLE `audit_events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text NOT NULL,
	`actor_roles` text NOT NULL,
	`event` text NOT NULL,
	`patient_id` text,
	`object_id` text,
	`outcome` text NOT NULL,
	`reason_code` text,
	`evidence` text,
	`purpose` text NOT NULL,
	`request_id` text,
	`source_address` text,
	`detail` text NOT NULL,
	CONSTRAINT "audit_outcome" CHECK(outcome in ('success','refused','failed'))
);

--> next
CREATE INDEX `audit_by_patient` ON `audit_events` (`patient_id`,`seq`);
--> next
CREATE INDEX `audit_by_actor` ON `audit_events` (`actor_id`,`seq`);
--> next
CREATE INDEX `audit_by_event` ON `audit_events` (`event`,`seq`);
--> next
CREATE INDEX `audit_by_time` ON `audit_events` (`at`,`seq`);
--> next
CREATE TABLE `audit_seals` (
	`position` integer PRIMARY KEY NOT NULL,
	`event_seq` integer NOT NULL,
	`previous_hash` text NOT NULL,
	`hash` text NOT NULL,
	`sealed_at` integer NOT NULL
);

--> next
CREATE UNIQUE INDEX `audit_seals_event` ON `audit_seals` (`event_seq`);
--> next
CREATE TABLE `audit_unsealed` (
	`seq` integer PRIMARY KEY NOT NULL
);

--> next
CREATE TABLE `outbox_mails` (
	`id` text PRIMARY KEY NOT NULL,
	`template` text NOT NULL,
	`person_kind` text NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`address` text NOT NULL,
	`language` text NOT NULL,
	`refs` text NOT NULL,
	`message_id` text NOT NULL,
	`key_id` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`leased_until` integer,
	`queued_at` integer NOT NULL,
	`handed_at` integer,
	`bounced_at` integer,
	`opened_at` integer,
	`last_status` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "outbox_state" CHECK(state in ('queued','handed','refused','parked','bounced'))
);

--> next
CREATE INDEX `outbox_due` ON `outbox_mails` (`state`,`next_attempt_at`);
--> next
CREATE INDEX `outbox_by_age` ON `outbox_mails` (`queued_at`,`id`);
--> next
CREATE INDEX `outbox_by_person` ON `outbox_mails` (`person_id`,`queued_at`);
--> next
CREATE UNIQUE INDEX `outbox_message_id` ON `outbox_mails` (`message_id`);
--> next
CREATE TABLE `jobs` (
	`name` text PRIMARY KEY NOT NULL,
	`due_at` integer NOT NULL,
	`leased_until` integer,
	`last_started_at` integer,
	`last_ended_at` integer,
	`last_outcome` text,
	`last_counts` text
);

--> next
CREATE TABLE `connector_tokens` (
	`issuer` text NOT NULL,
	`token_id` text NOT NULL,
	`ends_at` integer NOT NULL,
	PRIMARY KEY(`issuer`, `token_id`)
);

--> next
CREATE INDEX `connector_tokens_by_end` ON `connector_tokens` (`ends_at`);
--> next
CREATE TABLE `portals` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`time_zone` text NOT NULL,
	`position` integer NOT NULL
);

--> next
CREATE TABLE `portal_policies` (
	`portal_id` text NOT NULL,
	`version_number` integer NOT NULL,
	`effective_from_on` text,
	`policy` text NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text NOT NULL,
	PRIMARY KEY(`portal_id`, `version_number`),
	FOREIGN KEY (`portal_id`) REFERENCES `portals`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE TABLE `patients` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`legal_family` text NOT NULL,
	`legal_given` text NOT NULL,
	`used_given` text,
	`used_family` text,
	`pronouns` text,
	`birth_date` text NOT NULL,
	`sex_at_birth` text,
	`gender` text,
	`language` text,
	`interpreter_needed` integer DEFAULT false NOT NULL,
	`deceased` integer DEFAULT false NOT NULL,
	`deceased_on` text,
	`restricted` integer DEFAULT false NOT NULL,
	`city` text,
	`state` text,
	`family_key` text NOT NULL,
	`given_key` text NOT NULL,
	`family_head` text NOT NULL,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`made_fields` text DEFAULT '' NOT NULL,
	`source_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "patients_birth_date" CHECK(length(birth_date) = 10)
);

--> next
CREATE UNIQUE INDEX `patients_source` ON `patients` (`source`,`source_id`);
--> next
CREATE INDEX `patients_by_name` ON `patients` (`family_key`,`given_key`,`id`,`restricted`,`birth_date`);
--> next
CREATE INDEX `patients_by_given` ON `patients` (`given_key`,`family_key`,`id`,`restricted`,`birth_date`);
--> next
CREATE INDEX `patients_by_both` ON `patients` (`family_head`,`given_key`,`family_key`,`id`,`restricted`,`birth_date`);
--> next
CREATE INDEX `patients_by_birth` ON `patients` (`birth_date`,`family_key`,`given_key`,`id`,`restricted`);
--> next
CREATE INDEX `patients_by_site` ON `patients` (`site_id`,`family_key`,`given_key`,`id`);
--> next
CREATE TABLE `patient_names` (
	`patient_id` text NOT NULL,
	`place` integer NOT NULL,
	`use` text NOT NULL,
	`family` text NOT NULL,
	`given` text NOT NULL,
	`family_key` text NOT NULL,
	`given_key` text NOT NULL,
	`family_head` text NOT NULL,
	`birth_date` text NOT NULL,
	PRIMARY KEY(`patient_id`, `place`),
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "patient_names_use" CHECK("use" in ('used','legal','former'))
);

--> next
CREATE INDEX `patient_names_by_family` ON `patient_names` (`family_key`,`given_key`,`patient_id`);
--> next
CREATE INDEX `patient_names_by_given` ON `patient_names` (`given_key`,`family_key`,`patient_id`);
--> next
CREATE INDEX `patient_names_by_both` ON `patient_names` (`family_head`,`given_key`,`family_key`,`patient_id`);
--> next
CREATE INDEX `patient_names_by_birth` ON `patient_names` (`birth_date`,`family_key`,`given_key`,`patient_id`);
--> next
CREATE TABLE `name_words` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`word` text NOT NULL
);

--> next
CREATE UNIQUE INDEX `name_words_one` ON `name_words` (`word`);
--> next
CREATE TABLE `patient_identifiers` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`kind` text NOT NULL,
	`system` text NOT NULL,
	`value` text NOT NULL,
	`search_key` text NOT NULL,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE UNIQUE INDEX `patient_identifiers_one` ON `patient_identifiers` (`system`,`value`);
--> next
CREATE INDEX `patient_identifiers_by_patient` ON `patient_identifiers` (`patient_id`,`kind`,`value`);
--> next
CREATE INDEX `patient_identifiers_by_key` ON `patient_identifiers` (`kind`,`search_key`,`patient_id`);
--> next
CREATE TABLE `patient_contacts` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`kind` text NOT NULL,
	`use` text,
	`value` text NOT NULL,
	`search_key` text NOT NULL,
	`since_at` integer NOT NULL,
	`since_proof` text NOT NULL,
	`retired_at` integer,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE INDEX `patient_contacts_by_patient` ON `patient_contacts` (`patient_id`,`kind`,`retired_at`,`search_key`);
--> next
CREATE INDEX `patient_contacts_by_key` ON `patient_contacts` (`kind`,`search_key`,`retired_at`,`patient_id`);
--> next
CREATE TABLE `household_links` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`related_patient_id` text,
	`related_name` text NOT NULL,
	`relationship` text NOT NULL,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`related_patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE UNIQUE INDEX `household_links_source` ON `household_links` (`source`,`source_id`);
--> next
CREATE INDEX `household_links_by_patient` ON `household_links` (`patient_id`);
--> next
CREATE INDEX `household_links_by_related` ON `household_links` (`related_patient_id`);
--> next
CREATE TABLE `portal_accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`state` text NOT NULL,
	`since_at` integer NOT NULL,
	`last_sign_in_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`patient_id`) REFERENCES `patients`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "portal_accounts_state" CHECK(state in ('active','legacy-only','invited','suspended','ended'))
);

--> next
CREATE UNIQUE INDEX `portal_accounts_one` ON `portal_accounts` (`patient_id`,`portal_id`);
--> next
CREATE TABLE `practitioners` (
	`id` text PRIMARY KEY NOT NULL,
	`npi` text,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`specialty` text,
	`site_id` text,
	`staff_id` text,
	`matched_how` text,
	`matched_by` text,
	`matched_at` integer,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "practitioners_matched_how" CHECK(matched_how is null or matched_how in ('npi','hand','apart')),
	CONSTRAINT "practitioners_matched" CHECK((staff_id is null) = (matched_how is null or matched_how = 'apart'))
);

--> next
CREATE UNIQUE INDEX `practitioners_source` ON `practitioners` (`source`,`source_id`);
--> next
CREATE INDEX `practitioners_by_name` ON `practitioners` (`name_key`,`id`);
--> next
CREATE INDEX `practitioners_by_npi` ON `practitioners` (`npi`,`source`);
--> next
CREATE INDEX `practitioners_by_staff` ON `practitioners` (`staff_id`);
--> next
CREATE TABLE `break_glass` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`kind` text NOT NULL,
	`opened_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	CONSTRAINT "break_glass_forward" CHECK(ends_at > opened_at)
);

--> next
CREATE INDEX `break_glass_by_staff` ON `break_glass` (`staff_id`,`ends_at`);
--> next
CREATE INDEX `break_glass_by_patient` ON `break_glass` (`patient_id`,`opened_at`);
--> next
CREATE TABLE `death_records` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`evidence` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`accounts` text NOT NULL,
	`undone_by` text,
	`undone_at` integer
);

--> next
CREATE INDEX `death_records_by_patient` ON `death_records` (`patient_id`,`recorded_at`);
--> next
CREATE UNIQUE INDEX `death_records_one` ON `death_records` (`patient_id`) WHERE undone_at is null;
--> next
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`dry_run` integer DEFAULT false NOT NULL,
	`initial` integer DEFAULT false NOT NULL,
	`site_id` text,
	`mapping` text,
	`started_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`runner` text,
	`heard_at` integer,
	`ran_ms` integer DEFAULT 0 NOT NULL,
	`cancel_asked_at` integer,
	`rows_read` integer DEFAULT 0 NOT NULL,
	`created` integer DEFAULT 0 NOT NULL,
	`changed` integer DEFAULT 0 NOT NULL,
	`unchanged` integer DEFAULT 0 NOT NULL,
	`refused` integer DEFAULT 0 NOT NULL,
	`failure` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "imports_state" CHECK(state in ('draft','waiting','running','done','cancelled','failed')),
	CONSTRAINT "imports_kind" CHECK(kind in ('fhir','roster'))
);

--> next
CREATE INDEX `imports_by_time` ON `imports` (`created_at`,`id`);
--> next
CREATE INDEX `imports_by_state` ON `imports` (`state`,`created_at`);
--> next
CREATE TABLE `import_files` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`place` integer NOT NULL,
	`name` text NOT NULL,
	`path` text NOT NULL,
	`uploaded` integer NOT NULL,
	`size` integer NOT NULL,
	`sha256` text,
	`records_done` integer DEFAULT 0 NOT NULL,
	`bytes_done` integer DEFAULT 0 NOT NULL,
	`done` integer DEFAULT false NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE UNIQUE INDEX `import_files_place` ON `import_files` (`import_id`,`place`);
--> next
CREATE TABLE `import_refusals` (
	`import_id` text NOT NULL,
	`file_place` integer NOT NULL,
	`mark` text NOT NULL,
	`line` integer NOT NULL,
	`kind` text NOT NULL,
	`code` text NOT NULL,
	`facts` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`import_id`, `file_place`, `mark`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE TABLE `row_origins` (
	`row_id` text NOT NULL,
	`import_id` text NOT NULL,
	`file_place` integer NOT NULL,
	`line` integer NOT NULL,
	`outcome` text NOT NULL,
	PRIMARY KEY(`row_id`, `import_id`),
	FOREIGN KEY (`import_id`) REFERENCES `imports`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE TABLE `contact_changes` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`import_id` text NOT NULL,
	`retired_ids` text NOT NULL,
	`added_ids` text NOT NULL,
	`changed_at` integer NOT NULL,
	`told_at` integer
);

--> next
CREATE INDEX `contact_changes_by_patient` ON `contact_changes` (`patient_id`,`changed_at`);
--> next
CREATE INDEX `contact_changes_untold` ON `contact_changes` (`told_at`,`changed_at`);
--> next
CREATE TABLE `import_mappings` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`mapping` text NOT NULL,
	`saved_by` text NOT NULL,
	`saved_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);

--> next
CREATE UNIQUE INDEX `import_mappings_name` ON `import_mappings` (`name`);
--> next
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`phone` text,
	`city` text,
	`state` text,
	`part_of` text,
	`site_id` text,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`source_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);

--> next
CREATE UNIQUE INDEX `places_source` ON `places` (`source`,`kind`,`source_id`);
--> next
CREATE TABLE `appointments` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`site_id` text NOT NULL,
	`practitioner_id` text,
	`start_at` integer NOT NULL,
	`end_at` integer,
	`status` text NOT NULL,
	`visit` text,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`source_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);

--> next
CREATE UNIQUE INDEX `appointments_source` ON `appointments` (`source`,`source_id`);
--> next
CREATE INDEX `appointments_by_site` ON `appointments` (`site_id`,`start_at`,`id`);
--> next
CREATE INDEX `appointments_by_patient` ON `appointments` (`patient_id`,`start_at`);
--> next
CREATE TABLE `orders` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`practitioner_id` text NOT NULL,
	`ordered_at` integer NOT NULL,
	`source` text NOT NULL,
	`source_id` text NOT NULL
);

--> next
CREATE UNIQUE INDEX `orders_source` ON `orders` (`source`,`source_id`);
--> next
CREATE INDEX `orders_by_patient` ON `orders` (`patient_id`,`ordered_at`);
--> next
CREATE INDEX `orders_by_practitioner` ON `orders` (`practitioner_id`,`ordered_at`);
--> next
CREATE TABLE `care_team_members` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`practitioner_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer,
	`source` text NOT NULL,
	`source_id` text NOT NULL
);

--> next
CREATE UNIQUE INDEX `care_team_members_source` ON `care_team_members` (`source`,`source_id`);
--> next
CREATE INDEX `care_team_members_by_patient` ON `care_team_members` (`patient_id`,`from_at`);
--> next
CREATE INDEX `care_team_members_by_practitioner` ON `care_team_members` (`practitioner_id`,`from_at`);
--> next
CREATE TABLE `covers` (
	`id` text PRIMARY KEY NOT NULL,
	`absent_id` text NOT NULL,
	`covering_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`until_at` integer NOT NULL,
	`set_by` text NOT NULL,
	`set_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "covers_forward" CHECK(until_at > from_at),
	CONSTRAINT "covers_two_people" CHECK(absent_id <> covering_id)
);

--> next
CREATE INDEX `covers_by_covering` ON `covers` (`covering_id`,`until_at`);
--> next
CREATE INDEX `covers_by_absent` ON `covers` (`absent_id`,`until_at`);
--> next
CREATE INDEX `covers_by_end` ON `covers` (`until_at`,`id`);
--> next
CREATE TABLE `enrollment_declines` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`reason` text NOT NULL,
	`noted_by` text NOT NULL,
	`noted_at` integer NOT NULL,
	`ended_at` integer
);

--> next
CREATE INDEX `enrollment_declines_by_patient` ON `enrollment_declines` (`patient_id`,`noted_at`);