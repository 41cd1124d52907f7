ALTER TABLE "queue" ADD "escalated" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "queue_escalated" ON "queue" ("desk", "case_id") WHERE escalated > 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126120422_Escalated', '10.0.15');

