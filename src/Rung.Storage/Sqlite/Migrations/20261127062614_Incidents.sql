ALTER TABLE "queue" ADD "parts" INTEGER NOT NULL DEFAULT 0;

UPDATE queue SET parts = json_extract(shown, '$.children') WHERE live = 1;

CREATE INDEX "queue_incidents" ON "queue" ("desk", "logged_at", "case_id") WHERE parts > 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127062614_Incidents', '10.0.15');

