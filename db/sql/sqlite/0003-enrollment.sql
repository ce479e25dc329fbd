CREATE TABLE `enrollment_drafts` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`site_id` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`started_by` text NOT NULL,
	`started_at` integer NOT NULL,
	`held_by` text,
	`left_at` integer,
	`evidence_kind` text,
	`evidence_issuer` text,
	`evidence_expires_on` text,
	`evidence_seen_by` text,
	`evidence_seen_at` integer,
	`contact_way` text,
	`contact_id` text,
	`contact_settled_at` integer,
	`hand_over` text,
	`hand_over_at` integer,
	`invitation_id` text,
	`outcome_reason` text,
	`outcome_note` text,
	`ended_by` text,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "enrollment_drafts_state" CHECK(state in ('open','active','declined','deferred','undone','ended')),
	CONSTRAINT "enrollment_drafts_ended" CHECK((state = 'open') = (ended_at is null))
);

--> next
CREATE UNIQUE INDEX `enrollment_drafts_one_open` ON `enrollment_drafts` (`patient_id`,`portal_id`) WHERE state = 'open';
--> next
CREATE INDEX `enrollment_drafts_by_patient` ON `enrollment_drafts` (`patient_id`,`started_at`);
--> next
CREATE INDEX `enrollment_drafts_open` ON `enrollment_drafts` (`state`,`site_id`,`started_at`,`id`);
--> next
CREATE INDEX `enrollment_drafts_by_end` ON `enrollment_drafts` (`state`,`ended_at`,`id`);
--> next
CREATE INDEX `enrollment_drafts_by_invitation` ON `enrollment_drafts` (`invitation_id`);
--> next
CREATE TABLE `patient_credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`user_name` text NOT NULL,
	`user_name_key` text NOT NULL,
	`password_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer
);

--> next
CREATE UNIQUE INDEX `patient_credentials_name` ON `patient_credentials` (`portal_id`,`user_name_key`) WHERE ended_at is null;
--> next
CREATE UNIQUE INDEX `patient_credentials_account` ON `patient_credentials` (`account_id`) WHERE ended_at is null;
--> next
CREATE TABLE `portal_uses` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`kind` text NOT NULL,
	`category` text,
	`session_ref` text NOT NULL,
	`at` integer NOT NULL,
	`ended_at` integer,
	`source` text NOT NULL,
	CONSTRAINT "portal_uses_kind" CHECK(kind in ('sign-in','sign-in-refused','locked','view','sign-out'))
);

--> next
CREATE INDEX `portal_uses_by_account` ON `portal_uses` (`patient_id`,`portal_id`,`at`);
--> next
CREATE INDEX `portal_uses_by_session` ON `portal_uses` (`portal_id`,`session_ref`,`kind`);
--> next
CREATE TABLE `contact_sharings` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`contact_id` text NOT NULL,
	`other_patient_id` text NOT NULL,
	`site_id` text NOT NULL,
	`relation` text NOT NULL,
	`rule` text NOT NULL,
	`arises_at` integer NOT NULL,
	`found_at` integer NOT NULL,
	`ended_at` integer
);

--> next
CREATE UNIQUE INDEX `contact_sharings_one` ON `contact_sharings` (`contact_id`,`other_patient_id`) WHERE ended_at is null;
--> next
CREATE INDEX `contact_sharings_open` ON `contact_sharings` (`ended_at`,`arises_at`,`id`);
--> next
CREATE INDEX `contact_sharings_by_patient` ON `contact_sharings` (`patient_id`,`ended_at`);
--> next
CREATE TABLE `incidents` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`patient_id` text,
	`object_id` text NOT NULL,
	`opened_by` text NOT NULL,
	`opened_at` integer NOT NULL,
	`reason` text NOT NULL,
	`facts` text NOT NULL,
	`state` text NOT NULL,
	`closed_by` text,
	`closed_at` integer,
	`close_note` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "incidents_state" CHECK(state in ('open','closed'))
);

--> next
CREATE INDEX `incidents_by_state` ON `incidents` (`state`,`opened_at`,`id`);
--> next
CREATE INDEX `incidents_by_patient` ON `incidents` (`patient_id`,`opened_at`);
--> next
CREATE TABLE `portal_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`site_id` text NOT NULL,
	`draft_id` text,
	`campaign_id` text,
	`registration_id` text,
	`channel` text NOT NULL,
	`contact_id` text,
	`address` text,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`state_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`sends` integer DEFAULT 0 NOT NULL,
	`last_send_id` text,
	`last_mail_id` text,
	`opened_at` integer,
	`connected_at` integer,
	`terms_at` integer,
	`agreement_at` integer,
	`texts_version` text,
	`wants_notices` integer DEFAULT false NOT NULL,
	`accepted_at` integer,
	`accepted_via` text,
	`ended_by` text,
	`end_reason` text,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "portal_invitations_state" CHECK(state in ('queued','handed','refused','bounced','opened','accepted','expired','declined','cancelled')),
	CONSTRAINT "portal_invitations_accepted" CHECK((state = 'accepted') = (accepted_at is not null))
);

--> next
CREATE UNIQUE INDEX `portal_invitations_one_out` ON `portal_invitations` (`patient_id`,`portal_id`) WHERE state in ('queued','handed','refused','bounced','opened');
--> next
CREATE INDEX `portal_invitations_by_patient` ON `portal_invitations` (`patient_id`,`created_at`);
--> next
CREATE INDEX `portal_invitations_by_state` ON `portal_invitations` (`state`,`state_at`,`id`);
--> next
CREATE INDEX `portal_invitations_by_age` ON `portal_invitations` (`created_at`,`id`);
--> next
CREATE INDEX `portal_invitations_by_portal` ON `portal_invitations` (`portal_id`,`site_id`,`created_at`);
--> next
CREATE INDEX `portal_invitations_by_end` ON `portal_invitations` (`ends_at`,`id`) WHERE state in ('queued','handed','refused','bounced','opened');
--> next
CREATE INDEX `portal_invitations_by_mail` ON `portal_invitations` (`last_mail_id`);
--> next
CREATE TABLE `invitation_sends` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`number` integer NOT NULL,
	`channel` text NOT NULL,
	`mail_id` text,
	`address` text,
	`sent_by` text NOT NULL,
	`sent_at` integer NOT NULL,
	`reason` text NOT NULL,
	`dead_at` integer
);

--> next
CREATE UNIQUE INDEX `invitation_sends_number` ON `invitation_sends` (`invitation_id`,`number`);
--> next
CREATE INDEX `invitation_sends_by_patient` ON `invitation_sends` (`patient_id`,`sent_at`);
--> next
CREATE TABLE `activation_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`invitation_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`kind` text NOT NULL,
	`key_id` text NOT NULL,
	`made_by` text NOT NULL,
	`made_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`tries` integer DEFAULT 0 NOT NULL,
	`state` text NOT NULL,
	`device_hash` text,
	`connected_at` integer,
	`dead_at` integer,
	`dead_cause` text,
	CONSTRAINT "activation_codes_state" CHECK(state in ('live','connected','used','dead')),
	CONSTRAINT "activation_codes_kind" CHECK(kind in ('desk','mail'))
);

--> next
CREATE UNIQUE INDEX `activation_codes_one` ON `activation_codes` (`invitation_id`) WHERE state in ('live','connected');
--> next
CREATE INDEX `activation_codes_live` ON `activation_codes` (`state`,`kind`,`ends_at`);
--> next
CREATE INDEX `activation_codes_by_device` ON `activation_codes` (`device_hash`,`connected_at`);
--> next
CREATE TABLE `self_registrations` (
	`id` text PRIMARY KEY NOT NULL,
	`portal_id` text NOT NULL,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`given_name` text NOT NULL,
	`family_name` text NOT NULL,
	`birth_date` text NOT NULL,
	`email` text,
	`phone` text,
	`received_at` integer NOT NULL,
	`state` text NOT NULL,
	`patient_id` text,
	`matched_by` text,
	`matched_at` integer,
	`verification` text,
	`verified_by` text,
	`verified_at` integer,
	`invitation_id` text,
	`close_reason` text,
	`closed_by` text,
	`closed_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "self_registrations_state" CHECK(state in ('open','matched','verified','invited','closed'))
);

--> next
CREATE UNIQUE INDEX `self_registrations_source` ON `self_registrations` (`source`,`source_id`);
--> next
CREATE INDEX `self_registrations_by_state` ON `self_registrations` (`state`,`received_at`,`id`);
--> next
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`portal_id` text NOT NULL,
	`cohort` text NOT NULL,
	`per_hour` integer NOT NULL,
	`state` text NOT NULL,
	`prepared_to` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`reason` text NOT NULL,
	`next_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "campaigns_state" CHECK(state in ('preparing','running','paused','done','cancelled'))
);

--> next
CREATE INDEX `campaigns_by_state` ON `campaigns` (`state`,`next_at`);
--> next
CREATE INDEX `campaigns_by_age` ON `campaigns` (`created_at`,`id`);
--> next
CREATE TABLE `campaign_items` (
	`campaign_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`state` text NOT NULL,
	`code` text,
	`invitation_id` text,
	`changed_at` integer NOT NULL,
	PRIMARY KEY(`campaign_id`, `patient_id`),
	FOREIGN KEY (`campaign_id`) REFERENCES `campaigns`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "campaign_items_state" CHECK(state in ('waiting','sent','left-out','cancelled'))
);

--> next
CREATE INDEX `campaign_items_by_state` ON `campaign_items` (`campaign_id`,`state`,`patient_id`);
--> next
CREATE INDEX `campaign_items_by_code` ON `campaign_items` (`campaign_id`,`code`,`patient_id`);
--> next
CREATE INDEX `campaign_items_by_patient` ON `campaign_items` (`patient_id`,`state`);
--> next
ALTER TABLE `patient_contacts` ADD `reach_key` text DEFAULT '' NOT NULL;
--> next
CREATE INDEX `patient_contacts_by_reach` ON `patient_contacts` (`reach_key`,`retired_at`,`patient_id`);