CREATE TABLE "articles" (
    "desk" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "services" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    CONSTRAINT "PK_articles" PRIMARY KEY ("desk", "id", "number")
) WITHOUT ROWID;

CREATE TABLE "feeds" (
    "hash" TEXT NOT NULL CONSTRAINT "PK_feeds" PRIMARY KEY,
    "desk" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL
);

CREATE UNIQUE INDEX "IX_feeds_desk_customer_id_person" ON "feeds" ("desk", "customer_id", "person");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127071500_Help', '10.0.15');

