DROP TABLE "raw_inbound";

CREATE TABLE "inbound_raw" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_inbound_raw" PRIMARY KEY,
    "mailbox" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "content" BLOB NOT NULL
);

CREATE TABLE "inbound" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_inbound" PRIMARY KEY,
    "desk" TEXT NOT NULL,
    "mailbox" TEXT NOT NULL,
    "envelope_sender" TEXT NULL,
    "received_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "lease_owner" TEXT NULL,
    "lease_until" INTEGER NULL,
    "case_id" INTEGER NULL,
    "message_id" TEXT NULL,
    "author" TEXT NULL,
    "subject" TEXT NULL,
    "reason" TEXT NULL,
    "effective_at" INTEGER NULL,
    "log_by" INTEGER NULL,
    CONSTRAINT "FK_inbound_inbound_raw_id" FOREIGN KEY ("id") REFERENCES "inbound_raw" ("id") ON DELETE RESTRICT
);

CREATE INDEX "inbound_by_case" ON "inbound" ("case_id", "received_at");

CREATE INDEX "inbound_by_desk" ON "inbound" ("desk", "state", "log_by", "id");

CREATE INDEX "inbound_by_message" ON "inbound" ("message_id");

CREATE INDEX "inbound_in_order" ON "inbound" ("state", "received_at", "id");

CREATE UNIQUE INDEX "IX_inbound_raw_mailbox_content_hash" ON "inbound_raw" ("mailbox", "content_hash");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125000000_Inbound', '10.0.15');

