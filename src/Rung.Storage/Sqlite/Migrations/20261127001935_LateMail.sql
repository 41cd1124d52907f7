ALTER TABLE "outbox" ADD "goes_with" INTEGER NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127001935_LateMail', '10.0.15');

