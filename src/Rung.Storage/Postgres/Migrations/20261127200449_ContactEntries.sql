ALTER TABLE outbox ADD sealed text COLLATE "C";

CREATE TABLE contact_links (
    hash text COLLATE "C" NOT NULL,
    desk text COLLATE "C" NOT NULL,
    email text COLLATE "C" NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    CONSTRAINT "PK_contact_links" PRIMARY KEY (hash)
);

CREATE TABLE contact_sessions (
    hash text COLLATE "C" NOT NULL,
    desk text COLLATE "C" NOT NULL,
    customer_id text COLLATE "C" NOT NULL,
    contact_id text COLLATE "C" NOT NULL,
    email text COLLATE "C" NOT NULL,
    began_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    ended_at bigint,
    CONSTRAINT "PK_contact_sessions" PRIMARY KEY (hash)
);

CREATE INDEX contact_links_of ON contact_links (desk, email);

CREATE INDEX contact_sessions_by_age ON contact_sessions (seen_at);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127200449_ContactEntries', '10.0.15');

