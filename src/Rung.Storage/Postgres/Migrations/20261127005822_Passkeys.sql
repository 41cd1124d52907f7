CREATE TABLE passkeys (
    id text COLLATE "C" NOT NULL,
    account_id text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    public_key bytea NOT NULL,
    uses bigint NOT NULL,
    details text COLLATE "C" NOT NULL,
    created_at bigint NOT NULL,
    CONSTRAINT "PK_passkeys" PRIMARY KEY (id),
    CONSTRAINT "FK_passkeys_accounts_account_id" FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE RESTRICT
);

CREATE INDEX passkeys_of ON passkeys (account_id, created_at);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127005822_Passkeys', '10.0.15');

