ALTER TABLE inbound ADD case_event bigint;

ALTER TABLE inbound ADD look text COLLATE "C";

ALTER TABLE inbound ADD decided_at bigint;

ALTER TABLE inbound ADD decided_by text COLLATE "C";

ALTER TABLE inbound ADD undelivered text COLLATE "C";

CREATE INDEX inbound_by_undelivered ON inbound (undelivered, id);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126010000_Intake', '10.0.15');

