CREATE TABLE `message_threads` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`site_id` text NOT NULL,
	`queue_id` text NOT NULL,
	`assignee_id` text,
	`assigned_at` integer,
	`lease_ends_at` integer,
	`state` text NOT NULL,
	`subject` text NOT NULL,
	`topic` text NOT NULL,
	`recipient` text NOT NULL,
	`language` text,
	`audience` text DEFAULT 'all-who-may' NOT NULL,
	`flagged` integer DEFAULT false NOT NULL,
	`flagged_at` integer,
	`flag_reasons` text,
	`flag_settled_as` text,
	`flag_settled_by` text,
	`flag_settled_at` integer,
	`disposition` text,
	`disposition_because` text,
	`resolved_by` text,
	`resolved_at` integer,
	`last_patient_message_id` text,
	`clock_id` text,
	`started_at` integer,
	`answered_at` integer,
	`paused_at` integer,
	`half_at` integer,
	`warn_at` integer,
	`target_at` integer,
	`limit_at` integer,
	`rank` integer NOT NULL,
	`order_at` integer NOT NULL,
	`bucket` text,
	`not_read_at` integer,
	`last_message_at` integer NOT NULL,
	`line` text NOT NULL,
	`written_by` text,
	`entries` integer DEFAULT 0 NOT NULL,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "message_threads_state" CHECK(state in ('open','waiting','resolved')),
	CONSTRAINT "message_threads_audience" CHECK(audience in ('all-who-may','patient-only')),
	CONSTRAINT "message_threads_resolved" CHECK((state = 'resolved') = (resolved_at is not null)),
	CONSTRAINT "message_threads_flag" CHECK(state <> 'resolved' or not flagged),
	CONSTRAINT "message_threads_held_by" CHECK((assignee_id is null) = (assigned_at is null))
);

--> next
CREATE UNIQUE INDEX `message_threads_source` ON `message_threads` (`source`,`source_id`);
--> next
CREATE INDEX `message_threads_unresolved` ON `message_threads` (`queue_id`,`rank`,`order_at`,`id`) WHERE state <> 'resolved';
--> next
CREATE INDEX `message_threads_held` ON `message_threads` (`assignee_id`,`rank`,`order_at`,`id`) WHERE state <> 'resolved';
--> next
CREATE INDEX `message_threads_by_state` ON `message_threads` (`queue_id`,`state`,`rank`,`order_at`,`id`);
--> next
CREATE INDEX `message_threads_by_patient` ON `message_threads` (`patient_id`,`last_message_at`);
--> next
CREATE INDEX `message_threads_by_bucket` ON `message_threads` (`bucket`,`id`) WHERE bucket is not null;
--> next
CREATE INDEX `message_threads_due` ON `message_threads` (`target_at`,`queue_id`) WHERE bucket is not null;
--> next
CREATE INDEX `message_threads_by_site` ON `message_threads` (`site_id`,`id`) WHERE state <> 'resolved';
--> next
CREATE INDEX `message_threads_not_read` ON `message_threads` (`not_read_at`,`id`) WHERE not_read_at is not null;
--> next
CREATE TABLE `message_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`place` integer NOT NULL,
	`kind` text NOT NULL,
	`sender_kind` text NOT NULL,
	`sender_id` text,
	`sender_name` text NOT NULL,
	`sender_relationship` text,
	`text` text NOT NULL,
	`language` text,
	`at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`cause` text,
	`call_outcome` text,
	`answered` integer DEFAULT false NOT NULL,
	`readers` text,
	`canned_reply_id` text,
	`delivery` text,
	`read_at` integer,
	`arrived_queue_id` text,
	`arrived_on` text,
	`arrived_hour` integer,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	FOREIGN KEY (`thread_id`) REFERENCES `message_threads`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "message_entries_kind" CHECK(kind in ('message','reply','note','call')),
	CONSTRAINT "message_entries_sender" CHECK(sender_kind in ('patient','proxy','named','staff'))
);

--> next
CREATE UNIQUE INDEX `message_entries_order` ON `message_entries` (`thread_id`,`place`);
--> next
CREATE UNIQUE INDEX `message_entries_source` ON `message_entries` (`source`,`source_id`);
--> next
CREATE INDEX `message_entries_arrivals` ON `message_entries` (`arrived_queue_id`,`arrived_on`,`arrived_hour`) WHERE arrived_on is not null;
--> next
CREATE TABLE `message_attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`entry_id` text NOT NULL,
	`thread_id` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`bytes` integer NOT NULL,
	`ref` text NOT NULL,
	FOREIGN KEY (`entry_id`) REFERENCES `message_entries`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE INDEX `message_attachments_by_thread` ON `message_attachments` (`thread_id`,`entry_id`);
--> next
CREATE TABLE `message_clocks` (
	`id` text PRIMARY KEY NOT NULL,
	`thread_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`site_id` text NOT NULL,
	`queue_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`pauses` text DEFAULT '[]' NOT NULL,
	`answered_at` integer,
	`answered_how` text,
	`answered_by` text,
	`target_at` integer,
	`limit_at` integer,
	`on_time` integer,
	`within_limit` integer,
	`minutes` integer,
	`answered_on` text,
	FOREIGN KEY (`thread_id`) REFERENCES `message_threads`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "message_clocks_answered" CHECK((answered_at is null) = (answered_how is null))
);

--> next
CREATE INDEX `message_clocks_by_thread` ON `message_clocks` (`thread_id`,`started_at`);
--> next
CREATE INDEX `message_clocks_by_queue` ON `message_clocks` (`queue_id`,`answered_on`,`answered_at`);
--> next
CREATE INDEX `message_clocks_by_person` ON `message_clocks` (`answered_by`,`answered_on`);
--> next
CREATE INDEX `message_clocks_by_day` ON `message_clocks` (`answered_on`,`patient_id`);
--> next
CREATE UNIQUE INDEX `message_clocks_one_open` ON `message_clocks` (`thread_id`) WHERE answered_at is null;
--> next
CREATE TABLE `message_drafts` (
	`thread_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`seen_message_id` text,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`thread_id`, `staff_id`),
	FOREIGN KEY (`thread_id`) REFERENCES `message_threads`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE TABLE `message_presence` (
	`thread_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`doing` text NOT NULL,
	`until_at` integer NOT NULL,
	PRIMARY KEY(`thread_id`, `staff_id`)
);

--> next
CREATE INDEX `message_presence_by_end` ON `message_presence` (`until_at`);
--> next
CREATE TABLE `canned_replies` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`language` text NOT NULL,
	`queue_kind` text,
	`uses` integer DEFAULT 0 NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`retired_at` integer,
	`version` integer DEFAULT 1 NOT NULL
);

--> next
CREATE UNIQUE INDEX `canned_replies_title` ON `canned_replies` (`title`,`language`) WHERE retired_at is null;
--> next
CREATE TABLE `message_queues` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`site_id` text,
	`portal_id` text,
	`lead_id` text NOT NULL,
	`emergency_queue_id` text,
	`position` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "message_queues_kind" CHECK(kind in ('provider-pool','billing','administrative-support','helpline-mailbox'))
);

--> next
CREATE UNIQUE INDEX `message_queues_name` ON `message_queues` (`name`) WHERE retired_at is null;
--> next
CREATE TABLE `message_queue_members` (
	`queue_id` text NOT NULL,
	`staff_id` text NOT NULL,
	PRIMARY KEY(`queue_id`, `staff_id`),
	FOREIGN KEY (`queue_id`) REFERENCES `message_queues`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE INDEX `message_queue_members_by_staff` ON `message_queue_members` (`staff_id`,`queue_id`);
--> next
CREATE TABLE `message_routings` (
	`version` integer PRIMARY KEY NOT NULL,
	`rules` text NOT NULL,
	`default_queue_id` text NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL
);

--> next
CREATE TABLE `site_calendars` (
	`site_id` text PRIMARY KEY NOT NULL,
	`hours` text,
	`also_closed_on` text DEFAULT '[]' NOT NULL,
	`open_anyway_on` text DEFAULT '[]' NOT NULL,
	`changed_by` text NOT NULL,
	`changed_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL
);

--> next
CREATE TABLE `message_recounts` (
	`id` text PRIMARY KEY NOT NULL,
	`site_id` text NOT NULL,
	`after_id` text DEFAULT '' NOT NULL,
	`asked_at` integer NOT NULL,
	`done_at` integer
);

--> next
CREATE INDEX `message_recounts_open` ON `message_recounts` (`done_at`,`asked_at`);
--> next
CREATE TABLE `portal_commands` (
	`id` text PRIMARY KEY NOT NULL,
	`portal_id` text NOT NULL,
	`kind` text NOT NULL,
	`object_id` text NOT NULL,
	`refs` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`next_attempt_at` integer NOT NULL,
	`leased_until` integer,
	`last_status` text,
	`queued_at` integer NOT NULL,
	`settled_at` integer,
	CONSTRAINT "portal_commands_state" CHECK(state in ('queued','delivered','parked'))
);

--> next
CREATE INDEX `portal_commands_due` ON `portal_commands` (`state`,`next_attempt_at`,`id`);
--> next
CREATE INDEX `portal_commands_by_object` ON `portal_commands` (`object_id`);
--> next
CREATE TABLE `message_counts` (
	`queue_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`site_id` text NOT NULL,
	`state` text NOT NULL,
	`assignee_id` text NOT NULL,
	`flagged` integer NOT NULL,
	`rank` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`queue_id`, `state`, `assignee_id`, `portal_id`, `site_id`, `flagged`, `rank`)
);

--> next
CREATE INDEX `message_counts_by_person` ON `message_counts` (`assignee_id`,`state`);
--> next
CREATE TABLE `message_buckets` (
	`bucket` text PRIMARY KEY NOT NULL,
	`queue_id` text NOT NULL,
	`half_hour` integer NOT NULL,
	`warn_hour` integer NOT NULL,
	`target_hour` integer NOT NULL,
	`limit_hour` integer NOT NULL,
	`n` integer NOT NULL
);

--> next
CREATE INDEX `message_buckets_by_queue` ON `message_buckets` (`queue_id`,`target_hour`);
--> next
CREATE TABLE `message_person_hours` (
	`assignee_id` text NOT NULL,
	`target_hour` integer NOT NULL,
	`queue_id` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`assignee_id`, `target_hour`, `queue_id`)
);

--> next
CREATE TABLE `message_days` (
	`queue_id` text NOT NULL,
	`day_on` text NOT NULL,
	`arrivals` text DEFAULT '' NOT NULL,
	`minutes` text DEFAULT '' NOT NULL,
	`taken` text DEFAULT '' NOT NULL,
	`on_time` integer DEFAULT 0 NOT NULL,
	`within_limit` integer DEFAULT 0 NOT NULL,
	`by_reply` integer DEFAULT 0 NOT NULL,
	`by_call` integer DEFAULT 0 NOT NULL,
	`by_resolve` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`queue_id`, `day_on`)
);

--> next
CREATE INDEX `message_days_by_day` ON `message_days` (`day_on`,`queue_id`);
--> next
CREATE TABLE `message_person_days` (
	`staff_id` text NOT NULL,
	`site_id` text NOT NULL,
	`day_on` text NOT NULL,
	`minutes` text DEFAULT '' NOT NULL,
	`taken` text DEFAULT '' NOT NULL,
	`on_time` integer DEFAULT 0 NOT NULL,
	`within_limit` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`staff_id`, `day_on`, `site_id`)
);

--> next
CREATE INDEX `message_person_days_by_day` ON `message_person_days` (`day_on`,`staff_id`);
--> next
CREATE INDEX `patients_restricted` ON `patients` (`id`) WHERE restricted;