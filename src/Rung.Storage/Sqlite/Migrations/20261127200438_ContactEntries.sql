ALTER TABLE "outbox" ADD "sealed" TEXT NULL;

CREATE TABLE "contact_links" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_contact_links" PRIMARY KEY,
    "desk" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "used_at" INTEGER NULL
);

CREATE TABLE "contact_sessions" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_contact_sessions" PRIMARY KEY,
    "desk" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "contact_id" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "began_at" INTEGER NOT NULL,
    "seen_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL
);

CREATE INDEX "contact_links_of" ON "contact_links" ("desk", "email");

CREATE INDEX "contact_sessions_by_age" ON "contact_sessions" ("seen_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127200438_ContactEntries', '10.0.15');

