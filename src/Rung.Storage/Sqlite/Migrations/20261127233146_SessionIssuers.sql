ALTER TABLE "sessions" ADD "issuer" TEXT NULL;

ALTER TABLE "contact_sessions" ADD "issuer" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127233146_SessionIssuers', '10.0.15');

