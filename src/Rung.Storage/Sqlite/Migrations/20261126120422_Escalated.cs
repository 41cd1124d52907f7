using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rung.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Escalated : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "escalated",
                table: "queue",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Relational:ColumnOrder", 12);

            migrationBuilder.CreateIndex(
                name: "queue_escalated",
                table: "queue",
                columns: new[] { "desk", "case_id" },
                filter: "escalated > 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "queue_escalated",
                table: "queue");

            migrationBuilder.DropColumn(
                name: "escalated",
                table: "queue");
        }
    }
}
