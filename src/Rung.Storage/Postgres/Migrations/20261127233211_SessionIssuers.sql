ALTER TABLE sessions ADD issuer text COLLATE "C";

ALTER TABLE contact_sessions ADD issuer text COLLATE "C";

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127233211_SessionIssuers', '10.0.15');

