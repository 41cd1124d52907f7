CREATE TABLE "audit" (
    "seq" INTEGER NOT NULL CONSTRAINT "PK_audit" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "who" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "hash" TEXT NOT NULL
);

CREATE TABLE "audit_head" (
    "name" TEXT NOT NULL CONSTRAINT "PK_audit_head" PRIMARY KEY,
    "seq" INTEGER NOT NULL,
    "hash" TEXT NOT NULL
);

CREATE INDEX "audit_by_about" ON "audit" ("about", "seq");

CREATE INDEX "audit_by_who" ON "audit" ("who", "seq");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127004728_Audit', '10.0.15');

