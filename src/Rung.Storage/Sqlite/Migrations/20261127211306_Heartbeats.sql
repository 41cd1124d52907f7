CREATE TABLE "heartbeats" (
    "desk" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "site" TEXT NULL,
    "kind" TEXT NOT NULL,
    "services" TEXT NOT NULL,
    "answers" TEXT NOT NULL,
    "every" INTEGER NOT NULL,
    "suspended" TEXT NULL,
    "heard_at" INTEGER NULL,
    "heard_by" TEXT NULL,
    "due_at" INTEGER NULL,
    "silent_since" INTEGER NULL,
    "at" INTEGER NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    CONSTRAINT "PK_heartbeats" PRIMARY KEY ("desk", "id")
) WITHOUT ROWID;

CREATE INDEX "heartbeats_in_order" ON "heartbeats" ("due_at");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127211306_Heartbeats', '10.0.15');

