CREATE TABLE "passkeys" (
    "id" TEXT NOT NULL CONSTRAINT "PK_passkeys" PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "public_key" BLOB NOT NULL,
    "uses" INTEGER NOT NULL,
    "details" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    CONSTRAINT "FK_passkeys_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts" ("id") ON DELETE RESTRICT
);

CREATE INDEX "passkeys_of" ON "passkeys" ("account_id", "created_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127005809_Passkeys', '10.0.15');

