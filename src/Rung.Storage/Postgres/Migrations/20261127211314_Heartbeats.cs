using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rung.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Heartbeats : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "heartbeats",
                columns: table => new
                {
                    desk = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    site = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    services = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    answers = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    every = table.Column<long>(type: "bigint", nullable: false),
                    suspended = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    heard_at = table.Column<long>(type: "bigint", nullable: true),
                    heard_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    due_at = table.Column<long>(type: "bigint", nullable: true),
                    silent_since = table.Column<long>(type: "bigint", nullable: true),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    actor_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    actor_role = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_heartbeats", x => new { x.desk, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "heartbeats_in_order",
                table: "heartbeats",
                column: "due_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "heartbeats");
        }
    }
}
