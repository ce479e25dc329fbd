CREATE TABLE "practitioner_roles" (
	"practitioner_id" text NOT NULL,
	"source" text NOT NULL,
	"place_kind" text NOT NULL,
	"place_source_id" text collate "C" NOT NULL,
	"specialty" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "practitioner_roles_practitioner_id_place_kind_place_source_id_specialty_pk" PRIMARY KEY("practitioner_id","place_kind","place_source_id","specialty")
);
