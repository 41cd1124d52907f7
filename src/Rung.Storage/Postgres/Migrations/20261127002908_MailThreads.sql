ALTER TABLE inbound ADD thread bigint;

CREATE INDEX inbound_by_thread ON inbound (thread);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127002908_MailThreads', '10.0.15');

