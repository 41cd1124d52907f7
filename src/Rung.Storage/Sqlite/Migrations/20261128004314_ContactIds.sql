ALTER TABLE "referrals" ADD "caller_id" TEXT NULL;

ALTER TABLE "redirections" ADD "contact_id" TEXT NULL;

ALTER TABLE "queue" ADD "reporter" TEXT NULL;

ALTER TABLE "events" ADD "actor_contact" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261128004314_ContactIds', '10.0.15');

