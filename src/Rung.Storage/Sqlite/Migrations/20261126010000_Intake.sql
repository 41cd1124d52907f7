ALTER TABLE "inbound" ADD "case_event" INTEGER NULL;

ALTER TABLE "inbound" ADD "look" TEXT NULL;

ALTER TABLE "inbound" ADD "decided_at" INTEGER NULL;

ALTER TABLE "inbound" ADD "decided_by" TEXT NULL;

ALTER TABLE "inbound" ADD "undelivered" TEXT NULL;

CREATE INDEX "inbound_by_undelivered" ON "inbound" ("undelivered", "id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126010000_Intake', '10.0.15');

