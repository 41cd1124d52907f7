using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rung.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Incidents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "parts",
                table: "queue",
                type: "bigint",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Relational:ColumnOrder", 13);

            migrationBuilder.Sql("UPDATE queue SET parts = (shown::json ->> 'children')::bigint WHERE live = 1;");

            migrationBuilder.CreateIndex(
                name: "queue_incidents",
                table: "queue",
                columns: new[] { "desk", "logged_at", "case_id" },
                filter: "parts > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "queue_incidents",
                table: "queue");

            migrationBuilder.DropColumn(
                name: "parts",
                table: "queue");
        }
    }
}
