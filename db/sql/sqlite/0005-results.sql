CREATE TABLE `results` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`site_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`name` text NOT NULL,
	`status` text NOT NULL,
	`practitioner_id` text,
	`assignee_id` text,
	`ordered_elsewhere` integer DEFAULT false NOT NULL,
	`order_key` text,
	`collected_at` integer,
	`acquired_on` text,
	`final_at` integer,
	`arrived_at` integer NOT NULL,
	`version_at` integer NOT NULL,
	`version_number` integer DEFAULT 1 NOT NULL,
	`category` text NOT NULL,
	`categories` text NOT NULL,
	`evidence` text NOT NULL,
	`doubts` text DEFAULT '' NOT NULL,
	`complete` integer NOT NULL,
	`missing_values` text DEFAULT '' NOT NULL,
	`clocked_classes` text DEFAULT '' NOT NULL,
	`sensitive` integer NOT NULL,
	`critical` integer DEFAULT false NOT NULL,
	`abnormal` integer DEFAULT false NOT NULL,
	`remarks` text DEFAULT '' NOT NULL,
	`worklist` text,
	`code` text NOT NULL,
	`order_at` integer NOT NULL,
	`turns_at` integer,
	`shown_at` integer,
	`released_at` integer,
	`released_by` text,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`source_hash` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "results_status" CHECK(status in ('registered','preliminary','final','corrected','cancelled','entered-in-error')),
	CONSTRAINT "results_worklist_group" CHECK(worklist is null or worklist in ('review','order','held','blocked'))
);

--> next
CREATE UNIQUE INDEX `results_source` ON `results` (`source`,`source_id`);
--> next
CREATE INDEX `results_worklist` ON `results` (`practitioner_id`,`worklist`,`order_at`,`id`) WHERE worklist is not null and assignee_id is null;
--> next
CREATE INDEX `results_assigned` ON `results` (`assignee_id`,`worklist`,`order_at`,`id`) WHERE worklist is not null and assignee_id is not null;
--> next
CREATE INDEX `results_unowned` ON `results` (`site_id`,`worklist`,`order_at`,`id`) WHERE worklist is not null and assignee_id is null and practitioner_id is null;
--> next
CREATE INDEX `results_by_patient` ON `results` (`patient_id`,`arrived_at`,`id`);
--> next
CREATE INDEX `results_by_order` ON `results` (`patient_id`,`order_key`);
--> next
CREATE INDEX `results_turning` ON `results` (`turns_at`,`id`) WHERE turns_at is not null;
--> next
CREATE INDEX `results_by_group` ON `results` (`worklist`,`portal_id`,`category`) WHERE worklist is not null;
--> next
CREATE INDEX `results_by_arrival` ON `results` (`arrived_at`,`portal_id`,`category`);
--> next
CREATE INDEX `results_released` ON `results` (`released_by`,`released_at`);
--> next
CREATE TABLE `result_values` (
	`id` text PRIMARY KEY NOT NULL,
	`result_id` text,
	`patient_id` text NOT NULL,
	`place` integer NOT NULL,
	`code` text,
	`codings` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`number` text,
	`unit` text,
	`range_text` text,
	`low` text,
	`high` text,
	`reading` text,
	`status` text NOT NULL,
	`remarks` text DEFAULT '' NOT NULL,
	`observed_at` integer,
	`media_type` text,
	`bytes` integer,
	`source` text,
	`source_id` text,
	`source_hash` text,
	`arrived_at` integer NOT NULL,
	FOREIGN KEY (`result_id`) REFERENCES `results`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE UNIQUE INDEX `result_values_source` ON `result_values` (`source`,`source_id`);
--> next
CREATE INDEX `result_values_by_result` ON `result_values` (`result_id`,`place`);
--> next
CREATE INDEX `result_values_trend` ON `result_values` (`patient_id`,`code`,`observed_at`);
--> next
CREATE INDEX `result_values_loose` ON `result_values` (`arrived_at`,`id`) WHERE result_id is null;
--> next
CREATE TABLE `result_versions` (
	`result_id` text NOT NULL,
	`number` integer NOT NULL,
	`status` text NOT NULL,
	`final_at` integer,
	`version_at` integer NOT NULL,
	`replaced_at` integer NOT NULL,
	`values` text NOT NULL,
	PRIMARY KEY(`result_id`, `number`),
	FOREIGN KEY (`result_id`) REFERENCES `results`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE TABLE `result_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`result_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`as_ordering` integer DEFAULT false NOT NULL,
	`covers_id` text,
	`text` text,
	`reason` text,
	`place` integer NOT NULL,
	FOREIGN KEY (`result_id`) REFERENCES `results`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "result_acts_kind" CHECK(kind in ('review','verification','order','category','recall','comment','called','counselled','declined','taken'))
);

--> next
CREATE UNIQUE INDEX `result_acts_order` ON `result_acts` (`result_id`,`place`);
--> next
CREATE INDEX `result_acts_by_person` ON `result_acts` (`by`,`at`);
--> next
CREATE TABLE `result_holds` (
	`id` text PRIMARY KEY NOT NULL,
	`result_id` text NOT NULL,
	`recipient` text NOT NULL,
	`person_id` text,
	`ground` text NOT NULL,
	`harm` text NOT NULL,
	`statute` text,
	`evidence` text NOT NULL,
	`start_at` integer NOT NULL,
	`end_at` integer NOT NULL,
	`ended_at` integer,
	`ended_by` text,
	`set_by` text NOT NULL,
	`extends_id` text,
	`remind_at` integer NOT NULL,
	`reminded_at` integer,
	`over_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`result_id`) REFERENCES `results`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "result_holds_recipient" CHECK(recipient in ('patient','representative')),
	CONSTRAINT "result_holds_ground" CHECK(ground in ('danger-to-life','substantial-harm','harm-to-another','data-doubtful','patients-request','state-statute')),
	CONSTRAINT "result_holds_fits" CHECK(not (recipient = 'patient' and ground = 'substantial-harm')),
	CONSTRAINT "result_holds_has_end" CHECK(end_at > start_at)
);

--> next
CREATE INDEX `result_holds_by_result` ON `result_holds` (`result_id`,`start_at`);
--> next
CREATE INDEX `result_holds_running` ON `result_holds` (`end_at`,`id`) WHERE over_at is null;
--> next
CREATE INDEX `result_holds_to_remind` ON `result_holds` (`remind_at`,`id`) WHERE reminded_at is null and over_at is null;
--> next
CREATE INDEX `result_holds_by_person` ON `result_holds` (`set_by`,`start_at`);
--> next
CREATE INDEX `result_holds_by_start` ON `result_holds` (`start_at`,`ground`);
--> next
CREATE TABLE `result_reads` (
	`result_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`viewer` text NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`result_id`, `portal_id`, `viewer`),
	FOREIGN KEY (`result_id`) REFERENCES `results`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE TABLE `lab_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`sender` text NOT NULL,
	`control_id` text NOT NULL,
	`hash` text NOT NULL,
	`via` text NOT NULL,
	`file_name` text,
	`received_at` integer NOT NULL,
	`outcome` text NOT NULL,
	`code` text,
	`facts` text DEFAULT '{}' NOT NULL,
	`reports` integer DEFAULT 0 NOT NULL,
	`refused_reports` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "lab_messages_outcome" CHECK(outcome in ('taken','refused')),
	CONSTRAINT "lab_messages_via" CHECK(via in ('file','connector','mllp'))
);

--> next
CREATE UNIQUE INDEX `lab_messages_one` ON `lab_messages` (`sender`,`control_id`,`hash`);
--> next
CREATE INDEX `lab_messages_by_time` ON `lab_messages` (`received_at`,`id`);
--> next
CREATE INDEX `lab_messages_refused` ON `lab_messages` (`received_at`,`id`) WHERE outcome = 'refused';
--> next
CREATE TABLE `lab_orders` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`practitioner_id` text,
	`portal_id` text NOT NULL,
	`name` text NOT NULL,
	`counts_from_on` text NOT NULL,
	`missing_at` integer,
	`order_key` text NOT NULL,
	`result_id` text,
	`state` text NOT NULL,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`source_hash` text NOT NULL,
	CONSTRAINT "lab_orders_state" CHECK(state in ('waits','came','called-off'))
);

--> next
CREATE UNIQUE INDEX `lab_orders_source` ON `lab_orders` (`source`,`source_id`);
--> next
CREATE INDEX `lab_orders_by_key` ON `lab_orders` (`patient_id`,`order_key`);
--> next
CREATE INDEX `lab_orders_missing` ON `lab_orders` (`missing_at`,`id`) WHERE state = 'waits' and missing_at is not null;
--> next
CREATE TABLE `missing_labs` (
	`id` text PRIMARY KEY NOT NULL,
	`order_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`state` text NOT NULL,
	`outcome` text,
	`closed_by` text,
	`closed_at` integer,
	`note` text,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`order_id`) REFERENCES `lab_orders`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "missing_labs_state" CHECK(state in ('open','closed'))
);

--> next
CREATE UNIQUE INDEX `missing_labs_order` ON `missing_labs` (`order_id`);
--> next
CREATE INDEX `missing_labs_by_state` ON `missing_labs` (`state`,`opened_at`,`id`);
--> next
CREATE TABLE `result_wishes` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`category` text,
	`recipient` text NOT NULL,
	`days` integer NOT NULL,
	`words` text NOT NULL,
	`recorded_by` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`ended_at` integer,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "result_wishes_days" CHECK(days between 1 and 30),
	CONSTRAINT "result_wishes_recipient" CHECK(recipient in ('patient','representative'))
);

--> next
CREATE INDEX `result_wishes_by_patient` ON `result_wishes` (`patient_id`,`ended_at`);
--> next
CREATE TABLE `shared_items` (
	`id` text PRIMARY KEY NOT NULL,
	`patient_id` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`practitioner_id` text,
	`authored_at` integer,
	`acquired_on` text,
	`shared` integer DEFAULT true NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`source` text NOT NULL,
	`source_id` text NOT NULL,
	`source_hash` text NOT NULL,
	`arrived_at` integer NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	CONSTRAINT "shared_items_kind" CHECK(kind in ('note','diagnosis','medication')),
	CONSTRAINT "shared_items_medication" CHECK(kind <> 'medication' or shared)
);

--> next
CREATE UNIQUE INDEX `shared_items_source` ON `shared_items` (`source`,`source_id`);
--> next
CREATE INDEX `shared_items_by_patient` ON `shared_items` (`patient_id`,`kind`,`authored_at`);
--> next
CREATE TABLE `sharing_acts` (
	`id` text PRIMARY KEY NOT NULL,
	`item_id` text NOT NULL,
	`shared` integer NOT NULL,
	`reason` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`place` integer NOT NULL,
	FOREIGN KEY (`item_id`) REFERENCES `shared_items`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE UNIQUE INDEX `sharing_acts_order` ON `sharing_acts` (`item_id`,`place`);