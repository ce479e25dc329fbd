CREATE INDEX `message_threads_leases` ON `message_threads` (`lease_ends_at`,`id`) WHERE lease_ends_at is not null;
--> next
CREATE INDEX `message_threads_flagged` ON `message_threads` (`flagged_at`,`queue_id`) WHERE flagged_at is not null;