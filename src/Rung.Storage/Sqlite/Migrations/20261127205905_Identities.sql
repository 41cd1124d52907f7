CREATE TABLE "identities" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "linked_at" INTEGER NOT NULL,
    CONSTRAINT "PK_identities" PRIMARY KEY ("issuer", "subject")
) WITHOUT ROWID;

CREATE UNIQUE INDEX "IX_identities_issuer_person" ON "identities" ("issuer", "person");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127205905_Identities', '10.0.15');

