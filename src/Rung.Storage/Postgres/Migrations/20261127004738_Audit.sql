CREATE TABLE audit (
    seq bigint NOT NULL,
    at bigint NOT NULL,
    who text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    what text COLLATE "C" NOT NULL,
    about text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    CONSTRAINT "PK_audit" PRIMARY KEY (seq)
);

CREATE TABLE audit_head (
    name text COLLATE "C" NOT NULL,
    seq bigint NOT NULL,
    hash text COLLATE "C" NOT NULL,
    CONSTRAINT "PK_audit_head" PRIMARY KEY (name)
);

CREATE INDEX audit_by_about ON audit (about, seq);

CREATE INDEX audit_by_who ON audit (who, seq);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127004738_Audit', '10.0.15');

