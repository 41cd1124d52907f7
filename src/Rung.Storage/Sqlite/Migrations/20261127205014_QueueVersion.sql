ALTER TABLE "queue" ADD "guide_version" TEXT NULL;

CREATE INDEX "queue_by_version" ON "queue" ("desk", "guide_version", "case_id") WHERE live = 1;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127205014_QueueVersion', '10.0.15');

