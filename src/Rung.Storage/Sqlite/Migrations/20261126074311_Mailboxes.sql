CREATE TABLE "mailboxes" (
    "name" TEXT NOT NULL CONSTRAINT "PK_mailboxes" PRIMARY KEY,
    "validity" INTEGER NULL,
    "taken" TEXT NOT NULL,
    "lease_owner" TEXT NULL,
    "lease_until" INTEGER NULL,
    "read_at" INTEGER NULL,
    "renumbered_at" INTEGER NULL,
    "problem" TEXT NULL,
    "problem_since" INTEGER NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126074311_Mailboxes', '10.0.15');

