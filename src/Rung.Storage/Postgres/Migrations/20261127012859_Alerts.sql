CREATE TABLE alerts (
    desk text COLLATE "C" NOT NULL,
    sender text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    case_id bigint NOT NULL,
    raised bigint NOT NULL,
    noted_at bigint NOT NULL,
    noted_cleared bigint NOT NULL,
    CONSTRAINT "PK_alerts" PRIMARY KEY (desk, sender, key)
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127012859_Alerts', '10.0.15');

