ALTER TABLE referrals ADD caller_id text COLLATE "C";

ALTER TABLE redirections ADD contact_id text COLLATE "C";

ALTER TABLE queue ADD reporter text COLLATE "C";

ALTER TABLE events ADD actor_contact text COLLATE "C";

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128004322_ContactIds', '10.0.15');

