CREATE TABLE "recovery_cases" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"portal_id" text NOT NULL,
	"site_id" text NOT NULL,
	"source" text NOT NULL,
	"state" text NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" bigint NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"last_attempt_at" bigint NOT NULL,
	"claimed_by" text,
	"claimed_at" bigint,
	"worked_at" bigint NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"call_started_at" bigint,
	"call_ended_at" bigint,
	"channel" text,
	"relay" text,
	"language" text DEFAULT 'en' NOT NULL,
	"shown_tail" text,
	"outcome" text,
	"ended_by" text,
	"ended_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "recovery_cases_state" CHECK (state in ('open','proven','done','stopped','refused','expired')),
	CONSTRAINT "recovery_cases_ended" CHECK ((state in ('open','proven')) = (ended_at is null))
);

--> next
CREATE TABLE "recovery_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"portal_id" text NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"taken_by" text,
	"at" bigint NOT NULL,
	"received_at" bigint NOT NULL
);

--> next
CREATE TABLE "account_locks" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"portal_id" text NOT NULL,
	"kind" text NOT NULL,
	"attempts" integer DEFAULT 1 NOT NULL,
	"locked_at" bigint NOT NULL,
	"ended_at" bigint,
	"ended_by" text,
	"former_state" text,
	CONSTRAINT "account_locks_kind" CHECK (kind in ('failed-questions','locked','not-me','incident'))
);

--> next
CREATE TABLE "account_sign_ins" (
	"patient_id" text NOT NULL,
	"portal_id" text NOT NULL,
	"method" text NOT NULL,
	"provider" text,
	"said_at" bigint NOT NULL,
	CONSTRAINT "account_sign_ins_patient_id_portal_id_pk" PRIMARY KEY("patient_id","portal_id")
);

--> next
CREATE TABLE "recovery_facts" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"kind" text NOT NULL,
	"fits" boolean NOT NULL,
	"checked_by" text NOT NULL,
	"checked_at" bigint NOT NULL
);

--> next
CREATE TABLE "recovery_proofs" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"portal_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"contact_id" text,
	"mail_id" text,
	"key_id" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"confirmed_at" bigint,
	"document_kind" text,
	"document_issuer" text,
	"document_expires_on" text,
	"ended_at" bigint,
	"end_cause" text,
	CONSTRAINT "recovery_proofs_kind" CHECK (kind in ('email-link','call-back','photo-id')),
	CONSTRAINT "recovery_proofs_state" CHECK (state in ('sent','dialling','ringing','confirmed','failed','ended'))
);

--> next
CREATE TABLE "recovery_acts" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"portal_id" text NOT NULL,
	"kind" text NOT NULL,
	"proof_id" text,
	"contact_id" text,
	"agent_id" text NOT NULL,
	"approved_by" text,
	"is_reset" boolean NOT NULL,
	"is_send" boolean NOT NULL,
	"at" bigint NOT NULL
);

--> next
CREATE TABLE "password_resets" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"portal_id" text NOT NULL,
	"account_id" text NOT NULL,
	"contact_id" text NOT NULL,
	"by_two" boolean NOT NULL,
	"mail_id" text,
	"made_by" text NOT NULL,
	"made_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"used_at" bigint,
	"dead_at" bigint,
	"dead_cause" text,
	CONSTRAINT "password_resets_state" CHECK (state in ('live','used','dead'))
);

--> next
CREATE TABLE "recovery_notices" (
	"id" text PRIMARY KEY NOT NULL,
	"case_id" text,
	"patient_id" text NOT NULL,
	"portal_id" text,
	"act_id" text,
	"made_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"used_at" bigint,
	"incident_id" text
);

--> next
CREATE UNIQUE INDEX "recovery_cases_one_open" ON "recovery_cases" USING btree ("patient_id","portal_id") WHERE state in ('open','proven');
--> next
CREATE INDEX "recovery_cases_by_account" ON "recovery_cases" USING btree ("patient_id","portal_id","opened_at");
--> next
CREATE INDEX "recovery_cases_waiting" ON "recovery_cases" USING btree ("state","claimed_by","opened_at","id");
--> next
CREATE INDEX "recovery_cases_ended" ON "recovery_cases" USING btree ("ended_at","id");
--> next
CREATE INDEX "recovery_cases_worked" ON "recovery_cases" USING btree ("state","worked_at");
--> next
CREATE UNIQUE INDEX "recovery_attempts_source" ON "recovery_attempts" USING btree ("source","source_id");
--> next
CREATE INDEX "recovery_attempts_by_case" ON "recovery_attempts" USING btree ("case_id","received_at");
--> next
CREATE INDEX "recovery_attempts_by_patient" ON "recovery_attempts" USING btree ("patient_id","received_at");
--> next
CREATE INDEX "recovery_attempts_by_age" ON "recovery_attempts" USING btree ("received_at","id");
--> next
CREATE INDEX "account_locks_by_account" ON "account_locks" USING btree ("patient_id","portal_id","locked_at");
--> next
CREATE INDEX "recovery_facts_by_case" ON "recovery_facts" USING btree ("case_id","checked_at");
--> next
CREATE INDEX "recovery_facts_by_patient" ON "recovery_facts" USING btree ("patient_id","checked_at");
--> next
CREATE UNIQUE INDEX "recovery_proofs_one" ON "recovery_proofs" USING btree ("case_id") WHERE state in ('sent','dialling','ringing','confirmed');
--> next
CREATE INDEX "recovery_proofs_by_patient" ON "recovery_proofs" USING btree ("patient_id","made_at");
--> next
CREATE INDEX "recovery_acts_by_patient" ON "recovery_acts" USING btree ("patient_id","at");
--> next
CREATE INDEX "recovery_acts_by_agent" ON "recovery_acts" USING btree ("agent_id","at");
--> next
CREATE INDEX "recovery_acts_by_case" ON "recovery_acts" USING btree ("case_id","at");
--> next
CREATE UNIQUE INDEX "password_resets_one" ON "password_resets" USING btree ("account_id") WHERE state = 'live';
--> next
CREATE INDEX "password_resets_by_patient" ON "password_resets" USING btree ("patient_id","made_at");
--> next
CREATE INDEX "recovery_notices_by_patient" ON "recovery_notices" USING btree ("patient_id","made_at");