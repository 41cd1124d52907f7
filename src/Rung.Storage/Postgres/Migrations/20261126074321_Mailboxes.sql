CREATE TABLE mailboxes (
    name text COLLATE "C" NOT NULL,
    validity bigint,
    taken text COLLATE "C" NOT NULL,
    lease_owner text COLLATE "C",
    lease_until bigint,
    read_at bigint,
    renumbered_at bigint,
    problem text COLLATE "C",
    problem_since bigint,
    CONSTRAINT "PK_mailboxes" PRIMARY KEY (name)
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126074321_Mailboxes', '10.0.15');

