DROP TABLE contacts;

DROP INDEX customers_by_name;

ALTER TABLE customers ADD has_left bigint NOT NULL DEFAULT 0;

CREATE TABLE customer_terms (
    desk text COLLATE "C" NOT NULL,
    kind bigint NOT NULL,
    term text COLLATE "C" NOT NULL,
    customer_id text COLLATE "C" NOT NULL,
    CONSTRAINT "PK_customer_terms" PRIMARY KEY (desk, kind, term, customer_id),
    CONSTRAINT "FK_customer_terms_customers_customer_id" FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT
);

CREATE TABLE site_codes (
    desk text COLLATE "C" NOT NULL,
    code_key text COLLATE "C" NOT NULL,
    customer_id text COLLATE "C" NOT NULL,
    CONSTRAINT "PK_site_codes" PRIMARY KEY (desk, code_key),
    CONSTRAINT "FK_site_codes_customers_customer_id" FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE RESTRICT
);

CREATE INDEX customers_by_name ON customers (desk, has_left, name_key, id);

CREATE INDEX customer_terms_of ON customer_terms (customer_id);

CREATE INDEX site_codes_of ON site_codes (customer_id);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126203654_CustomerTerms', '10.0.15');

