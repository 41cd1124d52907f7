CREATE TABLE "papers" (
    "case_id" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    CONSTRAINT "PK_papers" PRIMARY KEY ("case_id", "hash"),
    CONSTRAINT "FK_papers_cases_case_id" FOREIGN KEY ("case_id") REFERENCES "cases" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE "redirections" (
    "id" INTEGER NOT NULL CONSTRAINT "PK_redirections" PRIMARY KEY,
    "desk" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "contact_name" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "said" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "actor_name" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL
);

CREATE INDEX "redirections_in_order" ON "redirections" ("desk", "at", "id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126115016_Complaints', '10.0.15');

