using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rung.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class PromiseChannels : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "promises_in_order",
                table: "promises");

            migrationBuilder.AddColumn<string>(
                name: "channel",
                table: "promises",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 8);

            migrationBuilder.CreateIndex(
                name: "promises_in_order",
                table: "promises",
                columns: new[] { "desk", "due_at", "case_id", "entry", "moot_at", "kind", "owner", "channel" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "promises_in_order",
                table: "promises");

            migrationBuilder.DropColumn(
                name: "channel",
                table: "promises");

            migrationBuilder.CreateIndex(
                name: "promises_in_order",
                table: "promises",
                columns: new[] { "desk", "due_at", "case_id", "entry", "moot_at", "kind", "owner" });
        }
    }
}
