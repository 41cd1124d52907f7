CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "answers" (
    "key" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    CONSTRAINT "PK_answers" PRIMARY KEY ("key", "actor")
) WITHOUT ROWID;

CREATE TABLE "cases" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_cases" PRIMARY KEY,
    "desk" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "spoken" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "logged_at" INTEGER NOT NULL
);

CREATE TABLE "customers" (
    "id" TEXT NOT NULL CONSTRAINT "PK_customers" PRIMARY KEY,
    "desk" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "site_code" TEXT NOT NULL,
    "site_code_key" TEXT NOT NULL,
    "details" TEXT NOT NULL
);

CREATE TABLE "drafts" (
    "about" TEXT NOT NULL,
    "author" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "saved_at" INTEGER NOT NULL,
    CONSTRAINT "PK_drafts" PRIMARY KEY ("about", "author")
) WITHOUT ROWID;

CREATE TABLE "numbers" (
    "name" TEXT NOT NULL CONSTRAINT "PK_numbers" PRIMARY KEY,
    "next" INTEGER NOT NULL
);

CREATE TABLE "raw_inbound" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_raw_inbound" PRIMARY KEY,
    "mailbox" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "received_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "case_id" INTEGER NULL
);

CREATE TABLE "referrals" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_referrals" PRIMARY KEY,
    "desk" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "caller_name" TEXT NOT NULL,
    "referred_to" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "recorded_by" TEXT NOT NULL
);

CREATE TABLE "search_terms" (
    "kind" INTEGER NOT NULL,
    "term" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "case_id" INTEGER NOT NULL,
    CONSTRAINT "PK_search_terms" PRIMARY KEY ("kind", "term", "at", "case_id")
) WITHOUT ROWID;

CREATE TABLE "search_waiting" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_search_waiting" PRIMARY KEY,
    "case_id" INTEGER NOT NULL,
    "at" INTEGER NOT NULL,
    "terms" TEXT NOT NULL
);

CREATE TABLE "settings" (
    "name" TEXT NOT NULL CONSTRAINT "PK_settings" PRIMARY KEY,
    "value" TEXT NOT NULL
);

CREATE TABLE "dues" (
    "case_id" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "occurrence" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "lease_owner" TEXT NULL,
    "lease_until" INTEGER NULL,
    CONSTRAINT "PK_dues" PRIMARY KEY ("case_id", "rule", "occurrence"),
    CONSTRAINT "FK_dues_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE "events" (
    "case_id" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "recorded_at" INTEGER NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    CONSTRAINT "PK_events" PRIMARY KEY ("case_id", "sequence"),
    CONSTRAINT "FK_events_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE "outbox" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_outbox" PRIMARY KEY,
    "message_key" TEXT NOT NULL,
    "case_id" INTEGER NULL,
    "state" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "not_before" INTEGER NOT NULL,
    "queued_at" INTEGER NOT NULL,
    CONSTRAINT "FK_outbox_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);

CREATE TABLE "queue" (
    "case_id" INTEGER NOT NULL CONSTRAINT "PK_queue" PRIMARY KEY,
    "desk" TEXT NOT NULL,
    "live" INTEGER NOT NULL,
    "rank" INTEGER NOT NULL,
    "stand" INTEGER NOT NULL,
    "due_order" INTEGER NOT NULL,
    "logged_at" INTEGER NOT NULL,
    "priority" TEXT NULL,
    "condition" TEXT NOT NULL,
    "owner" TEXT NULL,
    "customer_id" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    CONSTRAINT "FK_queue_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
);

CREATE TABLE "contacts" (
    "customer_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "phone_key" TEXT NULL,
    "email_key" TEXT NULL,
    CONSTRAINT "PK_contacts" PRIMARY KEY ("customer_id", "id"),
    CONSTRAINT "FK_contacts_customers_customer_id" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE INDEX "answers_by_age" ON "answers" ("created_at");

CREATE UNIQUE INDEX "IX_cases_spoken" ON "cases" ("spoken");

CREATE INDEX "contacts_by_email" ON "contacts" ("email_key");

CREATE INDEX "contacts_by_phone" ON "contacts" ("phone_key");

CREATE UNIQUE INDEX "IX_customers_desk_site_code_key" ON "customers" ("desk", "site_code_key");

CREATE INDEX "customers_by_name" ON "customers" ("desk", "name_key", "id");

CREATE INDEX "dues_in_order" ON "dues" ("due_at", "case_id", "rule", "occurrence");

CREATE UNIQUE INDEX "IX_outbox_message_key" ON "outbox" ("message_key");

CREATE INDEX "outbox_by_case" ON "outbox" ("case_id", "id");

CREATE INDEX "outbox_in_order" ON "outbox" ("state", "not_before", "id");

CREATE INDEX "queue_by_age" ON "queue" ("desk", "live", "logged_at", "case_id");

CREATE INDEX "queue_by_customer" ON "queue" ("desk", "live", "customer_id", "logged_at", "case_id");

CREATE INDEX "queue_by_due" ON "queue" ("desk", "stand", "due_order", "logged_at", "case_id") WHERE live = 1;

CREATE INDEX "queue_in_order" ON "queue" ("desk", "rank", "stand", "due_order", "logged_at", "case_id", "priority", "condition", "owner") WHERE live = 1;

CREATE UNIQUE INDEX "IX_raw_inbound_mailbox_content_hash" ON "raw_inbound" ("mailbox", "content_hash");

CREATE INDEX "raw_inbound_in_order" ON "raw_inbound" ("state", "received_at", "id");

CREATE INDEX "referrals_in_order" ON "referrals" ("desk", "at", "id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20260101000000_Initial', '10.0.15');

