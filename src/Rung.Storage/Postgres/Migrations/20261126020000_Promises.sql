CREATE TABLE promises (
    case_id bigint NOT NULL,
    entry text COLLATE "C" NOT NULL,
    desk text COLLATE "C" NOT NULL,
    due_at bigint NOT NULL,
    moot_at bigint NOT NULL,
    kind text COLLATE "C" NOT NULL,
    owner text COLLATE "C" NOT NULL,
    shown text COLLATE "C" NOT NULL,
    CONSTRAINT "PK_promises" PRIMARY KEY (case_id, entry),
    CONSTRAINT "FK_promises_cases_case_id" FOREIGN KEY (case_id) REFERENCES cases (id) ON DELETE RESTRICT
);

CREATE INDEX promises_in_order ON promises (desk, due_at, case_id, entry, moot_at, kind, owner);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126020000_Promises', '10.0.15');

