ALTER TABLE outbox ADD encloses bigint;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126202248_Enclosures', '10.0.15');

