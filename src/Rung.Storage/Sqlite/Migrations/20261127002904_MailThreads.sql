ALTER TABLE "inbound" ADD "thread" INTEGER NULL;

CREATE INDEX "inbound_by_thread" ON "inbound" ("thread");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261127002904_MailThreads', '10.0.15');

