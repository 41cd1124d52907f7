CREATE INDEX closed_by_due ON queue (desk, stand, due_order, logged_at, case_id) WHERE live = 0;

CREATE INDEX closed_in_order ON queue (desk, rank, stand, due_order, logged_at, case_id) WHERE live = 0;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126000000_ClosedOrder', '10.0.15');

