CREATE TABLE accounts (
    id text COLLATE "C" NOT NULL,
    email text COLLATE "C" NOT NULL,
    email_key text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    name_key text COLLATE "C" NOT NULL,
    stamp text COLLATE "C" NOT NULL,
    password text COLLATE "C",
    code_key text COLLATE "C",
    code_step bigint NOT NULL,
    disabled_at bigint,
    created_at bigint NOT NULL,
    CONSTRAINT "PK_accounts" PRIMARY KEY (id)
);

CREATE TABLE api_tokens (
    id text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    desk text COLLATE "C" NOT NULL,
    role text COLLATE "C" NOT NULL,
    made_by text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    revoked_at bigint,
    used_at bigint,
    CONSTRAINT "PK_api_tokens" PRIMARY KEY (id)
);

CREATE TABLE entry_links (
    hash text COLLATE "C" NOT NULL,
    purpose text COLLATE "C" NOT NULL,
    account_id text COLLATE "C",
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL,
    used_at bigint,
    CONSTRAINT "PK_entry_links" PRIMARY KEY (hash)
);

CREATE TABLE failed_entries (
    who text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    count bigint NOT NULL,
    last_at bigint NOT NULL,
    CONSTRAINT "PK_failed_entries" PRIMARY KEY (who, source)
);

CREATE TABLE account_rights (
    account_id text COLLATE "C" NOT NULL,
    desk text COLLATE "C" NOT NULL,
    role text COLLATE "C" NOT NULL,
    CONSTRAINT "PK_account_rights" PRIMARY KEY (account_id, desk, role),
    CONSTRAINT "FK_account_rights_accounts_account_id" FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE RESTRICT
);

CREATE TABLE recovery_codes (
    account_id text COLLATE "C" NOT NULL,
    hash text COLLATE "C" NOT NULL,
    used_at bigint,
    CONSTRAINT "PK_recovery_codes" PRIMARY KEY (account_id, hash),
    CONSTRAINT "FK_recovery_codes_accounts_account_id" FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE RESTRICT
);

CREATE TABLE sessions (
    hash text COLLATE "C" NOT NULL,
    account_id text COLLATE "C" NOT NULL,
    stamp text COLLATE "C" NOT NULL,
    about text COLLATE "C" NOT NULL,
    began_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    ended_at bigint,
    acting text COLLATE "C",
    CONSTRAINT "PK_sessions" PRIMARY KEY (hash),
    CONSTRAINT "FK_sessions_accounts_account_id" FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE RESTRICT
);

CREATE INDEX account_rights_by_role ON account_rights (role, desk);

CREATE UNIQUE INDEX "IX_accounts_email_key" ON accounts (email_key);

CREATE UNIQUE INDEX "IX_accounts_name_key" ON accounts (name_key);

CREATE UNIQUE INDEX "IX_api_tokens_hash" ON api_tokens (hash);

CREATE INDEX entry_links_of ON entry_links (account_id);

CREATE INDEX failed_entries_by_age ON failed_entries (last_at);

CREATE INDEX sessions_of ON sessions (account_id, seen_at);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127003220_Accounts', '10.0.15');

