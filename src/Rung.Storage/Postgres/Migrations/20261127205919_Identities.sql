CREATE TABLE identities (
    issuer text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    linked_at bigint NOT NULL,
    CONSTRAINT "PK_identities" PRIMARY KEY (issuer, subject)
);

CREATE UNIQUE INDEX "IX_identities_issuer_person" ON identities (issuer, person);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127205919_Identities', '10.0.15');

