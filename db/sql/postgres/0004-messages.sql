CREATE TABLE "message_threads" (
	"id" text PRIMARY KEY NOT NULL,
	"patient_id" text NOT NULL,
	"portal_id" text NOT NULL,
	"site_id" text NOT NULL,
	"queue_id" text NOT NULL,
	"assignee_id" text,
	"assigned_at" bigint,
	"lease_ends_at" bigint,
	"state" text NOT NULL,
	"subject" text NOT NULL,
	"topic" text NOT NULL,
	"recipient" text NOT NULL,
	"language" text,
	"audience" text DEFAULT 'all-who-may' NOT NULL,
	"flagged" boolean DEFAULT false NOT NULL,
	"flagged_at" bigint,
	"flag_reasons" text,
	"flag_settled_as" text,
	"flag_settled_by" text,
	"flag_settled_at" bigint,
	"disposition" text,
	"disposition_because" text,
	"resolved_by" text,
	"resolved_at" bigint,
	"last_patient_message_id" text,
	"clock_id" text,
	"started_at" bigint,
	"answered_at" bigint,
	"paused_at" bigint,
	"half_at" bigint,
	"warn_at" bigint,
	"target_at" bigint,
	"limit_at" bigint,
	"rank" integer NOT NULL,
	"order_at" bigint NOT NULL,
	"bucket" text collate "C",
	"not_read_at" bigint,
	"last_message_at" bigint NOT NULL,
	"line" text NOT NULL,
	"written_by" text,
	"entries" integer DEFAULT 0 NOT NULL,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "message_threads_state" CHECK (state in ('open','waiting','resolved')),
	CONSTRAINT "message_threads_audience" CHECK (audience in ('all-who-may','patient-only')),
	CONSTRAINT "message_threads_resolved" CHECK ((state = 'resolved') = (resolved_at is not null)),
	CONSTRAINT "message_threads_flag" CHECK (state <> 'resolved' or not flagged),
	CONSTRAINT "message_threads_held_by" CHECK ((assignee_id is null) = (assigned_at is null))
);

--> next
CREATE TABLE "message_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"place" integer NOT NULL,
	"kind" text NOT NULL,
	"sender_kind" text NOT NULL,
	"sender_id" text,
	"sender_name" text NOT NULL,
	"sender_relationship" text,
	"text" text NOT NULL,
	"language" text,
	"at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"cause" text,
	"call_outcome" text,
	"answered" boolean DEFAULT false NOT NULL,
	"readers" text,
	"canned_reply_id" text,
	"delivery" text,
	"read_at" bigint,
	"arrived_queue_id" text,
	"arrived_on" text,
	"arrived_hour" integer,
	"source" text NOT NULL,
	"source_id" text NOT NULL,
	CONSTRAINT "message_entries_kind" CHECK (kind in ('message','reply','note','call')),
	CONSTRAINT "message_entries_sender" CHECK (sender_kind in ('patient','proxy','named','staff'))
);

--> next
CREATE TABLE "message_attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"entry_id" text NOT NULL,
	"thread_id" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"ref" text NOT NULL
);

--> next
CREATE TABLE "message_clocks" (
	"id" text PRIMARY KEY NOT NULL,
	"thread_id" text NOT NULL,
	"patient_id" text NOT NULL,
	"portal_id" text NOT NULL,
	"site_id" text NOT NULL,
	"queue_id" text NOT NULL,
	"started_at" bigint NOT NULL,
	"pauses" text DEFAULT '[]' NOT NULL,
	"answered_at" bigint,
	"answered_how" text,
	"answered_by" text,
	"target_at" bigint,
	"limit_at" bigint,
	"on_time" boolean,
	"within_limit" boolean,
	"minutes" integer,
	"answered_on" text,
	CONSTRAINT "message_clocks_answered" CHECK ((answered_at is null) = (answered_how is null))
);

--> next
CREATE TABLE "message_drafts" (
	"thread_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"seen_message_id" text,
	"saved_at" bigint NOT NULL,
	CONSTRAINT "message_drafts_thread_id_staff_id_pk" PRIMARY KEY("thread_id","staff_id")
);

--> next
CREATE TABLE "message_presence" (
	"thread_id" text NOT NULL,
	"staff_id" text NOT NULL,
	"doing" text NOT NULL,
	"until_at" bigint NOT NULL,
	CONSTRAINT "message_presence_thread_id_staff_id_pk" PRIMARY KEY("thread_id","staff_id")
);

--> next
CREATE TABLE "canned_replies" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"language" text NOT NULL,
	"queue_kind" text,
	"uses" integer DEFAULT 0 NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" bigint NOT NULL,
	"retired_at" bigint,
	"version" integer DEFAULT 1 NOT NULL
);

--> next
CREATE TABLE "message_queues" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"site_id" text,
	"portal_id" text,
	"lead_id" text NOT NULL,
	"emergency_queue_id" text,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" bigint NOT NULL,
	"retired_at" bigint,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "message_queues_kind" CHECK (kind in ('provider-pool','billing','administrative-support','helpline-mailbox'))
);

--> next
CREATE TABLE "message_queue_members" (
	"queue_id" text NOT NULL,
	"staff_id" text NOT NULL,
	CONSTRAINT "message_queue_members_queue_id_staff_id_pk" PRIMARY KEY("queue_id","staff_id")
);

--> next
CREATE TABLE "message_routings" (
	"version" integer PRIMARY KEY NOT NULL,
	"rules" text NOT NULL,
	"default_queue_id" text NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" bigint NOT NULL
);

--> next
CREATE TABLE "site_calendars" (
	"site_id" text PRIMARY KEY NOT NULL,
	"hours" text,
	"also_closed_on" text DEFAULT '[]' NOT NULL,
	"open_anyway_on" text DEFAULT '[]' NOT NULL,
	"changed_by" text NOT NULL,
	"changed_at" bigint NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);

--> next
CREATE TABLE "message_recounts" (
	"id" text PRIMARY KEY NOT NULL,
	"site_id" text NOT NULL,
	"after_id" text collate "C" DEFAULT '' NOT NULL,
	"asked_at" bigint NOT NULL,
	"done_at" bigint
);

--> next
CREATE TABLE "portal_commands" (
	"id" text PRIMARY KEY NOT NULL,
	"portal_id" text NOT NULL,
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"refs" text NOT NULL,
	"state" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" bigint NOT NULL,
	"leased_until" bigint,
	"last_status" text,
	"queued_at" bigint NOT NULL,
	"settled_at" bigint,
	CONSTRAINT "portal_commands_state" CHECK (state in ('queued','delivered','parked'))
);

--> next
CREATE TABLE "message_counts" (
	"queue_id" text NOT NULL,
	"portal_id" text NOT NULL,
	"site_id" text NOT NULL,
	"state" text NOT NULL,
	"assignee_id" text NOT NULL,
	"flagged" integer NOT NULL,
	"rank" integer NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "message_counts_queue_id_state_assignee_id_portal_id_site_id_flagged_rank_pk" PRIMARY KEY("queue_id","state","assignee_id","portal_id","site_id","flagged","rank")
);

--> next
CREATE TABLE "message_buckets" (
	"bucket" text collate "C" PRIMARY KEY NOT NULL,
	"queue_id" text NOT NULL,
	"half_hour" integer NOT NULL,
	"warn_hour" integer NOT NULL,
	"target_hour" integer NOT NULL,
	"limit_hour" integer NOT NULL,
	"n" integer NOT NULL
);

--> next
CREATE TABLE "message_person_hours" (
	"assignee_id" text NOT NULL,
	"target_hour" integer NOT NULL,
	"queue_id" text NOT NULL,
	"n" integer NOT NULL,
	CONSTRAINT "message_person_hours_assignee_id_target_hour_queue_id_pk" PRIMARY KEY("assignee_id","target_hour","queue_id")
);

--> next
CREATE TABLE "message_days" (
	"queue_id" text NOT NULL,
	"day_on" text NOT NULL,
	"arrivals" text DEFAULT '' NOT NULL,
	"minutes" text DEFAULT '' NOT NULL,
	"taken" text DEFAULT '' NOT NULL,
	"on_time" integer DEFAULT 0 NOT NULL,
	"within_limit" integer DEFAULT 0 NOT NULL,
	"by_reply" integer DEFAULT 0 NOT NULL,
	"by_call" integer DEFAULT 0 NOT NULL,
	"by_resolve" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "message_days_queue_id_day_on_pk" PRIMARY KEY("queue_id","day_on")
);

--> next
CREATE TABLE "message_person_days" (
	"staff_id" text NOT NULL,
	"site_id" text NOT NULL,
	"day_on" text NOT NULL,
	"minutes" text DEFAULT '' NOT NULL,
	"taken" text DEFAULT '' NOT NULL,
	"on_time" integer DEFAULT 0 NOT NULL,
	"within_limit" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "message_person_days_staff_id_day_on_site_id_pk" PRIMARY KEY("staff_id","day_on","site_id")
);

--> next
ALTER TABLE "message_entries" ADD CONSTRAINT "message_entries_thread_id_message_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."message_threads"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "message_attachments" ADD CONSTRAINT "message_attachments_entry_id_message_entries_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."message_entries"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "message_clocks" ADD CONSTRAINT "message_clocks_thread_id_message_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."message_threads"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "message_drafts" ADD CONSTRAINT "message_drafts_thread_id_message_threads_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."message_threads"("id") ON DELETE no action ON UPDATE no action;
--> next
ALTER TABLE "message_queue_members" ADD CONSTRAINT "message_queue_members_queue_id_message_queues_id_fk" FOREIGN KEY ("queue_id") REFERENCES "public"."message_queues"("id") ON DELETE no action ON UPDATE no action;
--> next
CREATE UNIQUE INDEX "message_threads_source" ON "message_threads" USING btree ("source","source_id");
--> next
CREATE INDEX "message_threads_unresolved" ON "message_threads" USING btree ("queue_id","rank","order_at","id") WHERE state <> 'resolved';
--> next
CREATE INDEX "message_threads_held" ON "message_threads" USING btree ("assignee_id","rank","order_at","id") WHERE state <> 'resolved';
--> next
CREATE INDEX "message_threads_by_state" ON "message_threads" USING btree ("queue_id","state","rank","order_at","id");
--> next
CREATE INDEX "message_threads_by_patient" ON "message_threads" USING btree ("patient_id","last_message_at");
--> next
CREATE INDEX "message_threads_by_bucket" ON "message_threads" USING btree ("bucket","id") WHERE bucket is not null;
--> next
CREATE INDEX "message_threads_due" ON "message_threads" USING btree ("target_at","queue_id") WHERE bucket is not null;
--> next
CREATE INDEX "message_threads_by_site" ON "message_threads" USING btree ("site_id","id") WHERE state <> 'resolved';
--> next
CREATE INDEX "message_threads_not_read" ON "message_threads" USING btree ("not_read_at","id") WHERE not_read_at is not null;
--> next
CREATE UNIQUE INDEX "message_entries_order" ON "message_entries" USING btree ("thread_id","place");
--> next
CREATE UNIQUE INDEX "message_entries_source" ON "message_entries" USING btree ("source","source_id");
--> next
CREATE INDEX "message_entries_arrivals" ON "message_entries" USING btree ("arrived_queue_id","arrived_on","arrived_hour") WHERE arrived_on is not null;
--> next
CREATE INDEX "message_attachments_by_thread" ON "message_attachments" USING btree ("thread_id","entry_id");
--> next
CREATE INDEX "message_clocks_by_thread" ON "message_clocks" USING btree ("thread_id","started_at");
--> next
CREATE INDEX "message_clocks_by_queue" ON "message_clocks" USING btree ("queue_id","answered_on","answered_at");
--> next
CREATE INDEX "message_clocks_by_person" ON "message_clocks" USING btree ("answered_by","answered_on");
--> next
CREATE INDEX "message_clocks_by_day" ON "message_clocks" USING btree ("answered_on","patient_id");
--> next
CREATE UNIQUE INDEX "message_clocks_one_open" ON "message_clocks" USING btree ("thread_id") WHERE answered_at is null;
--> next
CREATE INDEX "message_presence_by_end" ON "message_presence" USING btree ("until_at");
--> next
CREATE UNIQUE INDEX "canned_replies_title" ON "canned_replies" USING btree ("title","language") WHERE retired_at is null;
--> next
CREATE UNIQUE INDEX "message_queues_name" ON "message_queues" USING btree ("name") WHERE retired_at is null;
--> next
CREATE INDEX "message_queue_members_by_staff" ON "message_queue_members" USING btree ("staff_id","queue_id");
--> next
CREATE INDEX "message_recounts_open" ON "message_recounts" USING btree ("done_at","asked_at");
--> next
CREATE INDEX "portal_commands_due" ON "portal_commands" USING btree ("state","next_attempt_at","id");
--> next
CREATE INDEX "portal_commands_by_object" ON "portal_commands" USING btree ("object_id");
--> next
CREATE INDEX "message_counts_by_person" ON "message_counts" USING btree ("assignee_id","state");
--> next
CREATE INDEX "message_buckets_by_queue" ON "message_buckets" USING btree ("queue_id","target_hour");
--> next
CREATE INDEX "message_days_by_day" ON "message_days" USING btree ("day_on","queue_id");
--> next
CREATE INDEX "message_person_days_by_day" ON "message_person_days" USING btree ("day_on","staff_id");
--> next
CREATE INDEX "patients_restricted" ON "patients" USING btree ("id") WHERE restricted;