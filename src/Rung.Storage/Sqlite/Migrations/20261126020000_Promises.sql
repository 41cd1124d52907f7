CREATE TABLE "promises" (
    "case_id" INTEGER NOT NULL,
    "entry" TEXT NOT NULL,
    "desk" TEXT NOT NULL,
    "due_at" INTEGER NOT NULL,
    "moot_at" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "shown" TEXT NOT NULL,
    CONSTRAINT "PK_promises" PRIMARY KEY ("case_id", "entry"),
    CONSTRAINT "FK_promises_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE INDEX "promises_in_order" ON "promises" ("desk", "due_at", "case_id", "entry", "moot_at", "kind", "owner");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126020000_Promises', '10.0.15');

