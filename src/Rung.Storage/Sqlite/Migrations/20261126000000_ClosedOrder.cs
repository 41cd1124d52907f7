using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rung.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class ClosedOrder : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "closed_by_due",
                table: "queue",
                columns: new[] { "desk", "stand", "due_order", "logged_at", "case_id" },
                filter: "live = 0");

            migrationBuilder.CreateIndex(
                name: "closed_in_order",
                table: "queue",
                columns: new[] { "desk", "rank", "stand", "due_order", "logged_at", "case_id" },
                filter: "live = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "closed_by_due",
                table: "queue");

            migrationBuilder.DropIndex(
                name: "closed_in_order",
                table: "queue");
        }
    }
}
