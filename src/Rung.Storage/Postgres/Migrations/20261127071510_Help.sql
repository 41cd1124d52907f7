CREATE TABLE articles (
    desk text COLLATE "C" NOT NULL,
    id text COLLATE "C" NOT NULL,
    number bigint NOT NULL,
    state text COLLATE "C" NOT NULL,
    audience text COLLATE "C" NOT NULL,
    services text COLLATE "C" NOT NULL,
    title text COLLATE "C" NOT NULL,
    body text COLLATE "C" NOT NULL,
    at bigint NOT NULL,
    actor_name text COLLATE "C" NOT NULL,
    actor_role text COLLATE "C" NOT NULL,
    CONSTRAINT "PK_articles" PRIMARY KEY (desk, id, number)
);

CREATE TABLE feeds (
    hash text COLLATE "C" NOT NULL,
    desk text COLLATE "C" NOT NULL,
    customer_id text COLLATE "C" NOT NULL,
    person text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT "PK_feeds" PRIMARY KEY (hash)
);

CREATE UNIQUE INDEX "IX_feeds_desk_customer_id_person" ON feeds (desk, customer_id, person);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127071510_Help', '10.0.15');

