ALTER TABLE "referrals" ADD "mail_id" INTEGER NULL;

ALTER TABLE "referrals" ADD "received_at" INTEGER NULL;

ALTER TABLE "referrals" ADD "route" TEXT NULL;

ALTER TABLE "outbox" ADD "desk" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126160603_HandedOver', '10.0.15');

