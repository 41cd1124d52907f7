using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rung.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Intake : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "case_event",
                table: "inbound",
                type: "bigint",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 16);

            migrationBuilder.AddColumn<string>(
                name: "look",
                table: "inbound",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 17);

            migrationBuilder.AddColumn<long>(
                name: "decided_at",
                table: "inbound",
                type: "bigint",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 20);

            migrationBuilder.AddColumn<string>(
                name: "decided_by",
                table: "inbound",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 19);

            migrationBuilder.AddColumn<string>(
                name: "undelivered",
                table: "inbound",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 18);

            migrationBuilder.CreateIndex(
                name: "inbound_by_undelivered",
                table: "inbound",
                columns: new[] { "undelivered", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "inbound_by_undelivered",
                table: "inbound");

            migrationBuilder.DropColumn(
                name: "case_event",
                table: "inbound");

            migrationBuilder.DropColumn(
                name: "look",
                table: "inbound");

            migrationBuilder.DropColumn(
                name: "decided_at",
                table: "inbound");

            migrationBuilder.DropColumn(
                name: "decided_by",
                table: "inbound");

            migrationBuilder.DropColumn(
                name: "undelivered",
                table: "inbound");
        }
    }
}
