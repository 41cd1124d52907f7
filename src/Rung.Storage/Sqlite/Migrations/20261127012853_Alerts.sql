CREATE TABLE "alerts" (
    "desk" TEXT NOT NULL,
    "sender" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "case_id" INTEGER NOT NULL,
    "raised" INTEGER NOT NULL,
    "noted_at" INTEGER NOT NULL,
    "noted_cleared" INTEGER NOT NULL,
    CONSTRAINT "PK_alerts" PRIMARY KEY ("desk", "sender", "key")
) WITHOUT ROWID;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127012853_Alerts', '10.0.15');

