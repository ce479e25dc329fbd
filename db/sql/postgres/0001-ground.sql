CREATE TABLE "practice" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"mode" text NOT NULL,
	"seeded_at" bigint,
	"created_at" bigint NOT NULL
);

--> next
CREATE TABLE "sites" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"jurisdiction" text NOT NULL,
	"phone" text,
	"source" text NOT NULL,
	"retired_at" bigint,
	"version" integer DEFAULT 1 NOT NULL
);

--> next
CREATE TABLE "staff" (
	"id" text PRIMARY KEY NOT NULL,
	"user_name" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"npi" text,
	"clinician_kind" text,
	"status" text NOT NULL,
	"password_hash" text,
	"totp_sealed" text,
	"totp_last_step" integer,
	"patient_id" text,
	"language" text DEFAULT 'en' NOT NULL,
	"theme" text DEFAULT 'system' NOT NULL,
	"single_keys" boolean DEFAULT true NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "staff_status" CHECK (status in ('invited','active','disabled')),
	CONSTRAINT "staff_clinician_kind" CHECK (clinician_kind is null or clinician_kind in ('prescriber','clinical-staff'))
);

--> next
CREATE TABLE "staff_roles" (
	"staff_id" text NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "staff_roles_staff_id_role_pk" PRIMARY KEY("staff_id","role")
);

--> next
CREATE TABLE "staff_sites" (
	"staff_id" text NOT NULL,
	"site_id" text NOT NULL,
	"home" boolean DEFAULT false NOT NULL,
	CONSTRAINT "staff_sites_staff_id_site_id_pk" PRIMARY KEY("staff_id","site_id")
);

--> next
CREATE TABLE "recovery_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" bigint,
	"retired_at" bigint
);

--> next
CREATE TABLE "staff_invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"purpose" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"redeemed_at" bigint,
	"ended_at" bigint
);

--> next
CREATE TABLE "staff_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_activity_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"ended_at" bigint,
	"end_reason" text,
	"source_hash" text NOT NULL,
	"browser" text NOT NULL
);

--> next
CREATE TABLE "sign_in_throttles" (
	"id" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_failed_at" bigint NOT NULL,
	"slowed_until" bigint NOT NULL
);

--> next
CREATE TABLE "step_ups" (
	"id" text PRIMARY KEY NOT NULL,
	"session_id" text NOT NULL,
	"action" text NOT NULL,
	"object_id" text NOT NULL,
	"ends_at" bigint NOT NULL,
	"used_at" bigint
);

--> next
CREATE TABLE "two_person_requests" (
	"id" text PRIMARY KEY NOT NULL,
	"action" text NOT NULL,
	"object_id" text NOT NULL,
	"input" text NOT NULL,
	"effect" text NOT NULL,
	"reason" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"state" text NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"decision_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "two_person_other" CHECK (decided_by is null or state in ('withdrawn') or decided_by <> requested_by)
);

--> next
CREATE TABLE "idempotency_keys" (
	"staff_id" text NOT NULL,
	"key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"status" integer NOT NULL,
	"answer" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "idempotency_keys_staff_id_key_pk" PRIMARY KEY("staff_id","key")
);

--> next
CREATE TABLE "audit_events" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor_id" text NOT NULL,
	"actor_roles" text NOT NULL,
	"event" text NOT NULL,
	"patient_id" text,
	"object_id" text,
	"outcome" text NOT NULL,
	"reason_code" text,
	"evidence" text,
	"purpose" text NOT NULL,
	"request_id" text,
	"source_address" text,
	"detail" text NOT NULL,
	CONSTRAINT "audit_outcome" CHECK (outcome in ('success','refused','failed'))
);

--> next
CREATE TABLE "audit_seals" (
	"position" bigint PRIMARY KEY NOT NULL,
	"event_seq" bigint NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" bigint NOT NULL
);

--> next
CREATE TABLE "audit_unsealed" (
	"seq" bigint PRIMARY KEY NOT NULL
);

--> next
CREATE TABLE "outbox_mails" (
	"id" text PRIMARY KEY NOT NULL,
	"template" text NOT NULL,
	"person_kind" text NOT NULL,
	"person_id" text NOT NULL,
	"purpose" text NOT NULL,
	"address" text NOT NULL,
	"language" text NOT NULL,
	"refs" text NOT NULL,
	"message_id" text NOT NULL,
	"key_id" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" bigint NOT NULL,
	"leased_until" bigint,
	"queued_at" bigint NOT NULL,
	"handed_at" bigint,
	"bounced_at" bigint,
	"opened_at" bigint,
	"last_status" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "outbox_state" CHECK (state in ('queued','handed','refused','parked','bounced'))
);

--> next
CREATE TABLE "jobs" (
	"name" text PRIMARY KEY NOT NULL,
	"due_at" bigint NOT NULL,
	"leased_until" bigint,
	"last_started_at" bigint,
	"last_ended_at" bigint,
	"last_outcome" text,
	"last_counts" text
);

--> next
CREATE TABLE "connector_tokens" (
	"issuer" text NOT NULL,
	"token_id" text NOT NULL,
	"ends_at" bigint NOT NULL,
	CONSTRAINT "connector_tokens_issuer_token_id_pk" PRIMARY KEY("issuer","token_id")
);

--> next
CREATE TABLE "portals" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"position" integer NOT NULL
);

--> next
CREATE TABLE "portal_policies" (
	"portal_id" text NOT NULL,
	"version_number" integer NOT NULL,
	"effective_from_on" text,
	"policy" text NOT NULL,
	"added_at" bigint NOT NULL,
	"added_by" text NOT NULL,
	CONSTRAINT "portal_policies_portal_id_version_number_pk" PRIMARY KEY("portal_id","version_number")
);

--> next
CREATE TABLE "patients" (
	"id" text PRIMARY KEY NOT NULL,
	"site_id" text NOT NULL,
	"legal_family" text NOT NULL,
	"legal_given" text NOT NULL,
	"used_given" text,
	"used_family" text,
	"pronouns" text,
	"birth_date" text NOT NULL,
	"sex_at_birth" text,
	"gender" text,
	"language" text,
	"interpreter_needed" boolean DEFAULT false NOT NULL,
	"deceased" boolean DEFAULT false NOT NULL,
	"deceased_on" text,
	"restricted" boolean DEFAULT false NOT NULL,
	"city" text,
	"state" text,
	"family_key" text collate "C" NOT NULL,
	"given_key" text collate "C" NOT NULL,
	"family_head" text collate "C" NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"made_fields" text DEFAULT '' NOT NULL,
	"source_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "patients_birth_date" CHECK (length(birth_date) = 10)
);

--> next
CREATE TABLE "patient_names" (
	"patient_id" text NOT NULL,
	"place" integer NOT NULL,
	"use" text NOT NULL,
	"family" text NOT NULL,
	"given" text NOT NULL,
	"family_key" text collate "C" NOT NULL,
	"given_key" text collate "C" NOT NULL,
	"family_head" text collate "C" NOT NULL,
	"birth_date" text NOT NULL,
	CONSTRAINT "patient_names_patient_id_place_pk" PRIMARY KEY("patient_id","place"),
	CONSTRAINT "patient_names_use" CHECK ("use" in ('used','legal','former'))
);

--> next
CREATE TABLE "name_words" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"word" text collate "C" NOT NULL
);

--> next
CREATE TABLE "patient_identifiers" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"kind" text NOT NULL,
	"system" text NOT NULL,
	"value" text NOT NULL,
	"search_key" text collate "C" NOT NULL
);

--> next
CREATE TABLE "patient_contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"kind" text NOT NULL,
	"use" text,
	"value" text NOT NULL,
	"search_key" text collate "C" NOT NULL,
	"since_at" bigint NOT NULL,
	"since_proof" text NOT NULL,
	"retired_at" bigint
);

--> next
CREATE TABLE "household_links" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"related_patient_id" text,
	"related_name" text NOT NULL,
	"relationship" text NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL
);

--> next
CREATE TABLE "portal_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"portal_id" text NOT NULL,
	"state" text NOT NULL,
	"since_at" bigint NOT NULL,
	"last_sign_in_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "portal_accounts_state" CHECK (state in ('active','legacy-only','invited','suspended','ended'))
);

--> next
CREATE TABLE "practitioners" (
	"id" text PRIMARY KEY NOT NULL,
	"npi" text,
	"name" text NOT NULL,
	"name_key" text collate "C" NOT NULL,
	"specialty" text,
	"site_id" text,
	"staff_id" text,
	"matched_how" text,
	"matched_by" text,
	"matched_at" bigint,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "practitioners_matched_how" CHECK (matched_how is null or matched_how in ('npi','hand','apart')),
	CONSTRAINT "practitioners_matched" CHECK ((staff_id is null) = (matched_how is null or matched_how = 'apart'))
);

--> next
CREATE TABLE "break_glass" (
	"id" text PRIMARY KEY NOT NULL,
	"staff_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"kind" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	CONSTRAINT "break_glass_forward" CHECK (ends_at > opened_at)
);

--> next
CREATE TABLE "death_records" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"evidence" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" bigint NOT NULL,
	"accounts" text NOT NULL,
	"undone_by" text,
	"undone_at" bigint
);

--> next
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"dry_run" boolean DEFAULT false NOT NULL,
	"initial" boolean DEFAULT false NOT NULL,
	"site_id" text,
	"mapping" text,
	"started_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"started_at" bigint,
	"ended_at" bigint,
	"runner" text,
	"heard_at" bigint,
	"ran_ms" bigint DEFAULT 0 NOT NULL,
	"cancel_asked_at" bigint,
	"rows_read" bigint DEFAULT 0 NOT NULL,
	"created" bigint DEFAULT 0 NOT NULL,
	"changed" bigint DEFAULT 0 NOT NULL,
	"unchanged" bigint DEFAULT 0 NOT NULL,
	"refused" bigint DEFAULT 0 NOT NULL,
	"failure" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "imports_state" CHECK (state in ('draft','waiting','running','done','cancelled','failed')),
	CONSTRAINT "imports_kind" CHECK (kind in ('fhir','roster'))
);

--> next
CREATE TABLE "import_files" (
	"id" text PRIMARY KEY NOT NULL,
	"import_id" text NOT NULL,
	"place" integer NOT NULL,
	"name" text NOT NULL,
	"path" text NOT NULL,
	"uploaded" boolean NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text,
	"records_done" bigint DEFAULT 0 NOT NULL,
	"bytes_done" bigint DEFAULT 0 NOT NULL,
	"done" boolean DEFAULT false NOT NULL,
	"removed_at" bigint
);

--> next
CREATE TABLE "import_refusals" (
	"import_id" text NOT NULL,
	"file_place" integer NOT NULL,
	"mark" text collate "C" NOT NULL,
	"line" bigint NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"facts" text NOT NULL,
	"count" bigint NOT NULL,
	CONSTRAINT "import_refusals_import_id_file_place_mark_pk" PRIMARY KEY("import_id","file_place","mark")
);

--> next
CREATE TABLE "row_origins" (
	"row_id" text NOT NULL,
	"import_id" text NOT NULL,
	"file_place" integer NOT NULL,
	"line" bigint NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "row_origins_row_id_import_id_pk" PRIMARY KEY("row_id","import_id")
);

--> next
CREATE TABLE "contact_changes" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"import_id" text NOT NULL,
	"retired_ids" text NOT NULL,
	"added_ids" text NOT NULL,
	"changed_at" bigint NOT NULL,
	"told_at" bigint
);

--> next
CREATE TABLE "import_mappings" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"mapping" text NOT NULL,
	"saved_by" text NOT NULL,
	"saved_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);

--> next
CREATE TABLE "places" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"city" text,
	"state" text,
	"part_of" text,
	"site_id" text,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"source_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);

--> next
CREATE TABLE "appointments" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"site_id" text NOT NULL,
	"practitioner_id" text,
	"start_at" bigint NOT NULL,
	"end_at" bigint,
	"status" text NOT NULL,
	"visit" text,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"source_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);

--> next
CREATE TABLE "orders" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"practitioner_id" text NOT NULL,
	"ordered_at" bigint NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL
);

--> next
CREATE TABLE "care_team_members" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"practitioner_id" text NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint,
	"source" text NOT NULL,
	"source_id" text NOT NULL
);

--> next
CREATE TABLE "covers" (
	"id" text PRIMARY KEY NOT NULL,
	"absent_id" text NOT NULL,
	"covering_id" text NOT NULL,
	"from_at" bigint NOT NULL,
	"until_at" bigint NOT NULL,
	"set_by" text NOT NULL,
	"set_at" bigint NOT NULL,
	"ended_at" bigint,
	"ended_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "covers_forward" CHECK (until_at > from_at),
	CONSTRAINT "covers_two_people" CHECK (absent_id <> covering_id)
);

--> next
CREATE TABLE "enrollment_declines" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"reason" text NOT NULL,
	"noted_by" text NOT NULL,
	"noted_at" bigint NOT NULL,
	"ended_at" bigint
);

--> next
ALTER TABLE "staff_roles" ADD CONSTRAINT "staff_roles_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "staff_sites" ADD CONSTRAINT "staff_sites_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "staff_sites" ADD CONSTRAINT "staff_sites_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "portal_policies" ADD CONSTRAINT "portal_policies_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "patient_names" ADD CONSTRAINT "patient_names_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "patient_identifiers" ADD CONSTRAINT "patient_identifiers_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "patient_contacts" ADD CONSTRAINT "patient_contacts_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "household_links" ADD CONSTRAINT "household_links_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "household_links" ADD CONSTRAINT "household_links_related_patient_id_patients_id_fk" FOREIGN KEY ("related_patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "portal_accounts" ADD CONSTRAINT "portal_accounts_patient_id_patients_id_fk" FOREIGN KEY ("patient_id") REFERENCES "public"."patients"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "import_files" ADD CONSTRAINT "import_files_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "import_refusals" ADD CONSTRAINT "import_refusals_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "row_origins" ADD CONSTRAINT "row_origins_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;
--> next
CREATE UNIQUE INDEX "sites_name" ON "sites" USING btree ("name");
--> next
CREATE UNIQUE INDEX "staff_user_name" ON "staff" USING btree ("user_name");
--> next
CREATE UNIQUE INDEX "staff_npi" ON "staff" USING btree ("npi");
--> next
CREATE INDEX "staff_by_name" ON "staff" USING btree ("name","id");
--> next
CREATE INDEX "staff_roles_by_role" ON "staff_roles" USING btree ("role","staff_id");
--> next
CREATE INDEX "recovery_codes_by_staff" ON "recovery_codes" USING btree ("staff_id");
--> next
CREATE INDEX "staff_invitations_by_staff" ON "staff_invitations" USING btree ("staff_id");
--> next
CREATE INDEX "staff_sessions_open" ON "staff_sessions" USING btree ("staff_id","ended_at");
--> next
CREATE INDEX "two_person_open" ON "two_person_requests" USING btree ("state","ends_at");
--> next
CREATE UNIQUE INDEX "two_person_one_open" ON "two_person_requests" USING btree ("action","object_id") WHERE state = 'open';
--> next
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("created_at");
--> next
CREATE INDEX "audit_by_patient" ON "audit_events" USING btree ("patient_id","seq");
--> next
CREATE INDEX "audit_by_actor" ON "audit_events" USING btree ("actor_id","seq");
--> next
CREATE INDEX "audit_by_event" ON "audit_events" USING btree ("event","seq");
--> next
CREATE INDEX "audit_by_time" ON "audit_events" USING btree ("at","seq");
--> next
CREATE UNIQUE INDEX "audit_seals_event" ON "audit_seals" USING btree ("event_seq");
--> next
CREATE INDEX "outbox_due" ON "outbox_mails" USING btree ("state","next_attempt_at");
--> next
CREATE INDEX "outbox_by_age" ON "outbox_mails" USING btree ("queued_at","id");
--> next
CREATE INDEX "outbox_by_person" ON "outbox_mails" USING btree ("person_id","queued_at");
--> next
CREATE UNIQUE INDEX "outbox_message_id" ON "outbox_mails" USING btree ("message_id");
--> next
CREATE INDEX "connector_tokens_by_end" ON "connector_tokens" USING btree ("ends_at");
--> next
CREATE UNIQUE INDEX "patients_source" ON "patients" USING btree ("source","source_id");
--> next
CREATE INDEX "patients_by_name" ON "patients" USING btree ("family_key","given_key","id","restricted","birth_date");
--> next
CREATE INDEX "patients_by_given" ON "patients" USING btree ("given_key","family_key","id","restricted","birth_date");
--> next
CREATE INDEX "patients_by_both" ON "patients" USING btree ("family_head","given_key","family_key","id","restricted","birth_date");
--> next
CREATE INDEX "patients_by_birth" ON "patients" USING btree ("birth_date","family_key","given_key","id","restricted");
--> next
CREATE INDEX "patients_by_site" ON "patients" USING btree ("site_id","family_key","given_key","id");
--> next
CREATE INDEX "patient_names_by_family" ON "patient_names" USING btree ("family_key","given_key","patient_id");
--> next
CREATE INDEX "patient_names_by_given" ON "patient_names" USING btree ("given_key","family_key","patient_id");
--> next
CREATE INDEX "patient_names_by_both" ON "patient_names" USING btree ("family_head","given_key","family_key","patient_id");
--> next
CREATE INDEX "patient_names_by_birth" ON "patient_names" USING btree ("birth_date","family_key","given_key","patient_id");
--> next
CREATE UNIQUE INDEX "name_words_one" ON "name_words" USING btree ("word");
--> next
CREATE UNIQUE INDEX "patient_identifiers_one" ON "patient_identifiers" USING btree ("system","value");
--> next
CREATE INDEX "patient_identifiers_by_patient" ON "patient_identifiers" USING btree ("patient_id","kind","value");
--> next
CREATE INDEX "patient_identifiers_by_key" ON "patient_identifiers" USING btree ("kind","search_key","patient_id");
--> next
CREATE INDEX "patient_contacts_by_patient" ON "patient_contacts" USING btree ("patient_id","kind","retired_at","search_key");
--> next
CREATE INDEX "patient_contacts_by_key" ON "patient_contacts" USING btree ("kind","search_key","retired_at","patient_id");
--> next
CREATE UNIQUE INDEX "household_links_source" ON "household_links" USING btree ("source","source_id");
--> next
CREATE INDEX "household_links_by_patient" ON "household_links" USING btree ("patient_id");
--> next
CREATE INDEX "household_links_by_related" ON "household_links" USING btree ("related_patient_id");
--> next
CREATE UNIQUE INDEX "portal_accounts_one" ON "portal_accounts" USING btree ("patient_id","portal_id");
--> next
CREATE UNIQUE INDEX "practitioners_source" ON "practitioners" USING btree ("source","source_id");
--> next
CREATE INDEX "practitioners_by_name" ON "practitioners" USING btree ("name_key","id");
--> next
CREATE INDEX "practitioners_by_npi" ON "practitioners" USING btree ("npi","source");
--> next
CREATE INDEX "practitioners_by_staff" ON "practitioners" USING btree ("staff_id");
--> next
CREATE INDEX "break_glass_by_staff" ON "break_glass" USING btree ("staff_id","ends_at");
--> next
CREATE INDEX "break_glass_by_patient" ON "break_glass" USING btree ("patient_id","opened_at");
--> next
CREATE INDEX "death_records_by_patient" ON "death_records" USING btree ("patient_id","recorded_at");
--> next
CREATE UNIQUE INDEX "death_records_one" ON "death_records" USING btree ("patient_id") WHERE undone_at is null;
--> next
CREATE INDEX "imports_by_time" ON "imports" USING btree ("created_at","id");
--> next
CREATE INDEX "imports_by_state" ON "imports" USING btree ("state","created_at");
--> next
CREATE UNIQUE INDEX "import_files_place" ON "import_files" USING btree ("import_id","place");
--> next
CREATE INDEX "contact_changes_by_patient" ON "contact_changes" USING btree ("patient_id","changed_at");
--> next
CREATE INDEX "contact_changes_untold" ON "contact_changes" USING btree ("told_at","changed_at");
--> next
CREATE UNIQUE INDEX "import_mappings_name" ON "import_mappings" USING btree ("name");
--> next
CREATE UNIQUE INDEX "places_source" ON "places" USING btree ("source","kind","source_id");
--> next
CREATE UNIQUE INDEX "appointments_source" ON "appointments" USING btree ("source","source_id");
--> next
CREATE INDEX "appointments_by_site" ON "appointments" USING btree ("site_id","start_at","id");
--> next
CREATE INDEX "appointments_by_patient" ON "appointments" USING btree ("patient_id","start_at");
--> next
CREATE UNIQUE INDEX "orders_source" ON "orders" USING btree ("source","source_id");
--> next
CREATE INDEX "orders_by_patient" ON "orders" USING btree ("patient_id","ordered_at");
--> next
CREATE INDEX "orders_by_practitioner" ON "orders" USING btree ("practitioner_id","ordered_at");
--> next
CREATE UNIQUE INDEX "care_team_members_source" ON "care_team_members" USING btree ("source","source_id");
--> next
CREATE INDEX "care_team_members_by_patient" ON "care_team_members" USING btree ("patient_id","from_at");
--> next
CREATE INDEX "care_team_members_by_practitioner" ON "care_team_members" USING btree ("practitioner_id","from_at");
--> next
CREATE INDEX "covers_by_covering" ON "covers" USING btree ("covering_id","until_at");
--> next
CREATE INDEX "covers_by_absent" ON "covers" USING btree ("absent_id","until_at");
--> next
CREATE INDEX "covers_by_end" ON "covers" USING btree ("until_at","id");
--> next
CREATE INDEX "enrollment_declines_by_patient" ON "enrollment_declines" USING btree ("patient_id","noted_at");