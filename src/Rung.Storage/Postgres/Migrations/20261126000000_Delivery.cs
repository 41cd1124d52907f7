using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rung.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Delivery : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "outbox_in_order",
                table: "outbox");

            migrationBuilder.AddColumn<string>(
                name: "answer",
                table: "outbox",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 18);

            migrationBuilder.AddColumn<long>(
                name: "answers",
                table: "outbox",
                type: "bigint",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 11);

            migrationBuilder.AddColumn<long>(
                name: "give_up_at",
                table: "outbox",
                type: "bigint",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Relational:ColumnOrder", 14);

            migrationBuilder.AddColumn<long>(
                name: "is_reply",
                table: "outbox",
                type: "bigint",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Relational:ColumnOrder", 12);

            migrationBuilder.AddColumn<string>(
                name: "lease_owner",
                table: "outbox",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 16);

            migrationBuilder.AddColumn<long>(
                name: "lease_until",
                table: "outbox",
                type: "bigint",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 17);

            migrationBuilder.AddColumn<string>(
                name: "message_id",
                table: "outbox",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 10);

            migrationBuilder.AddColumn<long>(
                name: "next_at",
                table: "outbox",
                type: "bigint",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Relational:ColumnOrder", 13);

            migrationBuilder.AddColumn<string>(
                name: "seen_by",
                table: "outbox",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 20);

            migrationBuilder.AddColumn<long>(
                name: "settled_at",
                table: "outbox",
                type: "bigint",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 19);

            migrationBuilder.AddColumn<long>(
                name: "tries",
                table: "outbox",
                type: "bigint",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Relational:ColumnOrder", 15);

            migrationBuilder.CreateIndex(
                name: "outbox_by_message",
                table: "outbox",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "outbox_by_recipient",
                table: "outbox",
                columns: new[] { "recipient", "settled_at" });

            migrationBuilder.CreateIndex(
                name: "outbox_in_order",
                table: "outbox",
                columns: new[] { "state", "next_at", "id" });

            // Nothing was sent before: what was queued then is too old to leave now.
            migrationBuilder.Sql(
                "UPDATE outbox SET state = 'Undeliverable', answer = 'Rung sent no mail yet.', seen_by = 'Rung' WHERE state = 'Queued';"
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "outbox_by_message",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "outbox_by_recipient",
                table: "outbox");

            migrationBuilder.DropIndex(
                name: "outbox_in_order",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "answer",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "answers",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "give_up_at",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "is_reply",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "lease_owner",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "lease_until",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "message_id",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "next_at",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "seen_by",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "settled_at",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "tries",
                table: "outbox");

            migrationBuilder.CreateIndex(
                name: "outbox_in_order",
                table: "outbox",
                columns: new[] { "state", "not_before", "id" });
        }
    }
}
