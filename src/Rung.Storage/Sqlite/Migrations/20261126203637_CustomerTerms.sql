DROP TABLE "contacts";

DROP INDEX "customers_by_name";

ALTER TABLE "customers" ADD "has_left" INTEGER NOT NULL DEFAULT 0;

CREATE TABLE "customer_terms" (
    "desk" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "term" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    CONSTRAINT "PK_customer_terms" PRIMARY KEY ("desk", "kind", "term", "customer_id"),
    CONSTRAINT "FK_customer_terms_customers_customer_id" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE TABLE "site_codes" (
    "desk" TEXT NOT NULL,
    "code_key" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    CONSTRAINT "PK_site_codes" PRIMARY KEY ("desk", "code_key"),
    CONSTRAINT "FK_site_codes_customers_customer_id" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE RESTRICT
) WITHOUT ROWID;

CREATE INDEX "customers_by_name" ON "customers" ("desk", "has_left", "name_key", "id");

CREATE INDEX "customer_terms_of" ON "customer_terms" ("customer_id");

CREATE INDEX "site_codes_of" ON "site_codes" ("customer_id");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126203637_CustomerTerms', '10.0.15');

