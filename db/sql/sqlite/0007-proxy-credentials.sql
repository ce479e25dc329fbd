CREATE TABLE `proxy_credentials` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`portal_id` text NOT NULL,
	`user_name` text NOT NULL,
	`user_name_key` text NOT NULL,
	`password_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `proxy_persons`(`id`) ON UPDATE no action ON DELETE no action
);

--> next
CREATE UNIQUE INDEX `proxy_credentials_name` ON `proxy_credentials` (`portal_id`,`user_name_key`) WHERE ended_at is null;
--> next
CREATE UNIQUE INDEX `proxy_credentials_person` ON `proxy_credentials` (`person_id`,`portal_id`) WHERE ended_at is null;