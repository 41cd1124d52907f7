ALTER TABLE referrals ADD mail_id bigint;

ALTER TABLE referrals ADD received_at bigint;

ALTER TABLE referrals ADD route text COLLATE "C";

ALTER TABLE outbox ADD desk text COLLATE "C";

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126160612_HandedOver', '10.0.15');

