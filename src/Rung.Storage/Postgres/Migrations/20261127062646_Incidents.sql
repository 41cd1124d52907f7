ALTER TABLE queue ADD parts bigint NOT NULL DEFAULT 0;

UPDATE queue SET parts = (shown::json ->> 'children')::bigint WHERE live = 1;

CREATE INDEX queue_incidents ON queue (desk, logged_at, case_id) WHERE parts > 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127062646_Incidents', '10.0.15');

