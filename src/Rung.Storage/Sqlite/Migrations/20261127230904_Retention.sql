CREATE TABLE "legal_holds" (
    "number" INTEGER NOT NULL CONSTRAINT "PK_legal_holds" PRIMARY KEY,
    "desk" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "lift_reason" TEXT NULL,
    "lifted_at" INTEGER NULL,
    "lifter_name" TEXT NULL,
    "lifter_role" TEXT NULL
);

CREATE TABLE "retention_deeds" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_retention_deeds" PRIMARY KEY,
    "desk" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "guide_version" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "about" TEXT NOT NULL
);

CREATE TABLE "retention_done" (
    "case_id" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    CONSTRAINT "PK_retention_done" PRIMARY KEY ("case_id", "category"),
    CONSTRAINT "FK_retention_done_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE INDEX "legal_holds_of" ON "legal_holds" ("desk", "kind", "about", "part");

CREATE INDEX "retention_deeds_in_order" ON "retention_deeds" ("desk", "id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127230904_Retention', '10.0.15');

