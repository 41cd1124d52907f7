CREATE TABLE "accounts" (
    "id" TEXT NOT NULL CONSTRAINT "PK_accounts" PRIMARY KEY,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,
    "password" TEXT NULL,
    "code_key" TEXT NULL,
    "code_step" INTEGER NOT NULL,
    "disabled_at" INTEGER NULL,
    "created_at" INTEGER NOT NULL
);

CREATE TABLE "api_tokens" (
    "id" TEXT NOT NULL CONSTRAINT "PK_api_tokens" PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "desk" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "made_by" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "revoked_at" INTEGER NULL,
    "used_at" INTEGER NULL
);

CREATE TABLE "entry_links" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_entry_links" PRIMARY KEY,
    "purpose" TEXT NOT NULL,
    "account_id" TEXT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "used_at" INTEGER NULL
);

CREATE TABLE "failed_entries" (
    "who" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_at" INTEGER NOT NULL,
    CONSTRAINT "PK_failed_entries" PRIMARY KEY ("who", "source")
) WITHOUT ROWID;

CREATE TABLE "account_rights" (
    "account_id" TEXT NOT NULL,
    "desk" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    CONSTRAINT "PK_account_rights" PRIMARY KEY ("account_id", "desk", "role"),
    CONSTRAINT "FK_account_rights_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE "recovery_codes" (
    "account_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "used_at" INTEGER NULL,
    CONSTRAINT "PK_recovery_codes" PRIMARY KEY ("account_id", "hash"),
    CONSTRAINT "FK_recovery_codes_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE "sessions" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_sessions" PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "began_at" INTEGER NOT NULL,
    "seen_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "acting" TEXT NULL,
    CONSTRAINT "FK_sessions_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE RESTRICT
);

CREATE INDEX "account_rights_by_role" ON "account_rights" ("role", "desk");

CREATE UNIQUE INDEX "IX_accounts_email_key" ON "accounts" ("email_key");

CREATE UNIQUE INDEX "IX_accounts_name_key" ON "accounts" ("name_key");

CREATE UNIQUE INDEX "IX_api_tokens_hash" ON "api_tokens" ("hash");

CREATE INDEX "entry_links_of" ON "entry_links" ("account_id");

CREATE INDEX "failed_entries_by_age" ON "failed_entries" ("last_at");

CREATE INDEX "sessions_of" ON "sessions" ("account_id", "seen_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127003152_Accounts', '10.0.15');

