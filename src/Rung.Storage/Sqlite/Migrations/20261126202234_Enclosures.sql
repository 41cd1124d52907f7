ALTER TABLE "outbox" ADD "encloses" INTEGER NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126202234_Enclosures', '10.0.15');

