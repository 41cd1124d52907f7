using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rung.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CopyNumbers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "inbound_by_message",
                table: "inbound");

            migrationBuilder.AddColumn<long>(
                name: "copy_number",
                table: "inbound",
                type: "bigint",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 21);

            migrationBuilder.CreateIndex(
                name: "IX_inbound_message_id_author_copy_number",
                table: "inbound",
                columns: new[] { "message_id", "author", "copy_number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_inbound_message_id_author_copy_number",
                table: "inbound");

            migrationBuilder.DropColumn(
                name: "copy_number",
                table: "inbound");

            migrationBuilder.CreateIndex(
                name: "inbound_by_message",
                table: "inbound",
                column: "message_id");
        }
    }
}
