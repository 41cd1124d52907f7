DROP INDEX "outbox_in_order";

ALTER TABLE "outbox" ADD "answer" TEXT NULL;

ALTER TABLE "outbox" ADD "answers" INTEGER NULL;

ALTER TABLE "outbox" ADD "give_up_at" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "outbox" ADD "is_reply" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "outbox" ADD "lease_owner" TEXT NULL;

ALTER TABLE "outbox" ADD "lease_until" INTEGER NULL;

ALTER TABLE "outbox" ADD "message_id" TEXT NULL;

ALTER TABLE "outbox" ADD "next_at" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "outbox" ADD "seen_by" TEXT NULL;

ALTER TABLE "outbox" ADD "settled_at" INTEGER NULL;

ALTER TABLE "outbox" ADD "tries" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "outbox_by_message" ON "outbox" ("message_id");

CREATE INDEX "outbox_by_recipient" ON "outbox" ("recipient", "settled_at");

CREATE INDEX "outbox_in_order" ON "outbox" ("state", "next_at", "id");

UPDATE outbox SET state = 'Undeliverable', answer = 'Rung sent no mail yet.', seen_by = 'Rung' WHERE state = 'Queued';

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126000000_Delivery', '10.0.15');

