using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rung.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ContactIds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "caller_id",
                table: "referrals",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 11);

            migrationBuilder.AddColumn<string>(
                name: "contact_id",
                table: "redirections",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 9);

            migrationBuilder.AddColumn<string>(
                name: "reporter",
                table: "queue",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 15);

            migrationBuilder.AddColumn<string>(
                name: "actor_contact",
                table: "events",
                type: "text",
                nullable: true,
                collation: "C")
                .Annotation("Relational:ColumnOrder", 8);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "caller_id",
                table: "referrals");

            migrationBuilder.DropColumn(
                name: "contact_id",
                table: "redirections");

            migrationBuilder.DropColumn(
                name: "reporter",
                table: "queue");

            migrationBuilder.DropColumn(
                name: "actor_contact",
                table: "events");
        }
    }
}
