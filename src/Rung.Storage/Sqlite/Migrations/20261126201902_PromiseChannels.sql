DROP INDEX "promises_in_order";

ALTER TABLE "promises" ADD "channel" TEXT NULL;

CREATE INDEX "promises_in_order" ON "promises" ("desk", "due_at", "case_id", "entry", "moot_at", "kind", "owner", "channel");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126201902_PromiseChannels', '10.0.15');

