ALTER TABLE outbox ADD goes_with bigint;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127001937_LateMail', '10.0.15');

