CREATE TABLE "proxy_credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"portal_id" text NOT NULL,
	"user_name" text NOT NULL,
	"user_name_key" text collate "C" NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" bigint NOT NULL,
	"ended_at" bigint
);

--> next
ALTER TABLE "proxy_credentials" ADD CONSTRAINT "proxy_credentials_person_id_proxy_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."proxy_persons"("id") ON DELETE no action ON UPDATE no action;
--> next
CREATE UNIQUE INDEX "proxy_credentials_name" ON "proxy_credentials" USING btree ("portal_id","user_name_key") WHERE ended_at is null;
--> next
CREATE UNIQUE INDEX "proxy_credentials_person" ON "proxy_credentials" USING btree ("person_id","portal_id") WHERE ended_at is null;