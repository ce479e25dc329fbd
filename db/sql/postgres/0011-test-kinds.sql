CREATE TABLE "test_kinds" (
	"id" text PRIMARY KEY NOT NULL,
	"by" text NOT NULL,
	"key" text NOT NULL,
	"label" text NOT NULL,
	"category" text,
	"number" integer NOT NULL,
	"reason" text NOT NULL,
	"said_by" text NOT NULL,
	"from_at" bigint NOT NULL,
	"reached" text DEFAULT '' NOT NULL,
	"changed" integer DEFAULT 0 NOT NULL,
	"left_out" integer DEFAULT 0 NOT NULL,
	"applied_at" bigint,
	CONSTRAINT "test_kinds_by" CHECK (by in ('code','name'))
);

--> next
ALTER TABLE "results" ADD COLUMN "codings" text DEFAULT '[]' NOT NULL;
--> next
ALTER TABLE "results" ADD COLUMN "sections" text DEFAULT '' NOT NULL;
--> next
ALTER TABLE "results" ADD COLUMN "message_id" text;
--> next
CREATE UNIQUE INDEX "test_kinds_version" ON "test_kinds" USING btree ("by","key","number");
--> next
CREATE INDEX "test_kinds_to_apply" ON "test_kinds" USING btree ("from_at","id") WHERE applied_at is null;