DROP INDEX "inbound_by_message";

ALTER TABLE "inbound" ADD "copy_number" INTEGER NULL;

CREATE UNIQUE INDEX "IX_inbound_message_id_author_copy_number" ON "inbound" ("message_id", "author", "copy_number");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126235539_CopyNumbers', '10.0.15');

