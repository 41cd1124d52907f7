CREATE TABLE "erasures" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_erasures" PRIMARY KEY,
    "desk" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "cases" INTEGER NOT NULL,
    "mails" INTEGER NOT NULL,
    "messages" INTEGER NOT NULL,
    "papers" INTEGER NOT NULL
);

CREATE INDEX "erasures_in_order" ON "erasures" ("desk", "id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127233727_Erasures', '10.0.15');

