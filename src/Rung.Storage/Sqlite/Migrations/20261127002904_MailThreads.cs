using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rung.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class MailThreads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "thread",
                table: "inbound",
                type: "INTEGER",
                nullable: true)
                .Annotation("Relational:ColumnOrder", 22);

            migrationBuilder.CreateIndex(
                name: "inbound_by_thread",
                table: "inbound",
                column: "thread");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "inbound_by_thread",
                table: "inbound");

            migrationBuilder.DropColumn(
                name: "thread",
                table: "inbound");
        }
    }
}
