CREATE TABLE heartbeats (
    desk text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    version bigint NOT NULL,
    name text COLLATE "C" NOT NULL,
    customer_id text COLLATE "C" NOT NULL,
    site text COLLATE "C",
    kind text COLLATE "C" NOT NULL,
    services text COLLATE "C" NOT NULL,
    answers text COLLATE "C" NOT NULL,
    every bigint NOT NULL,
    suspended text COLLATE "C",
    heard_at bigint,
    heard_by text COLLATE "C",
    due_at bigint,
    silent_since bigint,
    at bigint NOT NULL,
    actor_name text COLLATE "C" NOT NULL,
    actor_role text COLLATE "C" NOT NULL,
    CONSTRAINT "PK_heartbeats" PRIMARY KEY (desk, id)
);

CREATE INDEX heartbeats_in_order ON heartbeats (due_at);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127211314_Heartbeats', '10.0.15');

