using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Rung.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CustomerTerms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contacts");

            migrationBuilder.DropIndex(
                name: "customers_by_name",
                table: "customers");

            migrationBuilder.AddColumn<long>(
                name: "has_left",
                table: "customers",
                type: "bigint",
                nullable: false,
                defaultValue: 0L)
                .Annotation("Relational:ColumnOrder", 7);

            migrationBuilder.CreateTable(
                name: "customer_terms",
                columns: table => new
                {
                    desk = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<long>(type: "bigint", nullable: false),
                    term = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer_id = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customer_terms", x => new { x.desk, x.kind, x.term, x.customer_id });
                    table.ForeignKey(
                        name: "FK_customer_terms_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_codes",
                columns: table => new
                {
                    desk = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    code_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer_id = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_site_codes", x => new { x.desk, x.code_key });
                    table.ForeignKey(
                        name: "FK_site_codes_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "customers_by_name",
                table: "customers",
                columns: new[] { "desk", "has_left", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "customer_terms_of",
                table: "customer_terms",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "site_codes_of",
                table: "site_codes",
                column: "customer_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customer_terms");

            migrationBuilder.DropTable(
                name: "site_codes");

            migrationBuilder.DropIndex(
                name: "customers_by_name",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "has_left",
                table: "customers");

            migrationBuilder.CreateTable(
                name: "contacts",
                columns: table => new
                {
                    customer_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    phone_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    email_key = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contacts", x => new { x.customer_id, x.id });
                    table.ForeignKey(
                        name: "FK_contacts_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "customers_by_name",
                table: "customers",
                columns: new[] { "desk", "name_key", "id" });

            migrationBuilder.CreateIndex(
                name: "contacts_by_email",
                table: "contacts",
                column: "email_key");

            migrationBuilder.CreateIndex(
                name: "contacts_by_phone",
                table: "contacts",
                column: "phone_key");
        }
    }
}
