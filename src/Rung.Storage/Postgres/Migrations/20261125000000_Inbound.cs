using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Rung.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Inbound : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "raw_inbound");

            migrationBuilder.CreateTable(
                name: "inbound_raw",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    mailbox = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbound_raw", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "inbound",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false),
                    desk = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    mailbox = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    envelope_sender = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tries = table.Column<long>(type: "bigint", nullable: false),
                    lease_owner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    lease_until = table.Column<long>(type: "bigint", nullable: true),
                    case_id = table.Column<long>(type: "bigint", nullable: true),
                    message_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    author = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    effective_at = table.Column<long>(type: "bigint", nullable: true),
                    log_by = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_inbound", x => x.id);
                    table.ForeignKey(
                        name: "FK_inbound_inbound_raw_id",
                        column: x => x.id,
                        principalTable: "inbound_raw",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "inbound_by_case",
                table: "inbound",
                columns: new[] { "case_id", "received_at" });

            migrationBuilder.CreateIndex(
                name: "inbound_by_desk",
                table: "inbound",
                columns: new[] { "desk", "state", "log_by", "id" });

            migrationBuilder.CreateIndex(
                name: "inbound_by_message",
                table: "inbound",
                column: "message_id");

            migrationBuilder.CreateIndex(
                name: "inbound_in_order",
                table: "inbound",
                columns: new[] { "state", "received_at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_inbound_raw_mailbox_content_hash",
                table: "inbound_raw",
                columns: new[] { "mailbox", "content_hash" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "inbound");

            migrationBuilder.DropTable(
                name: "inbound_raw");

            migrationBuilder.CreateTable(
                name: "raw_inbound",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    mailbox = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content = table.Column<byte[]>(type: "bytea", nullable: false),
                    received_at = table.Column<long>(type: "bigint", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    case_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_raw_inbound", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_raw_inbound_mailbox_content_hash",
                table: "raw_inbound",
                columns: new[] { "mailbox", "content_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "raw_inbound_in_order",
                table: "raw_inbound",
                columns: new[] { "state", "received_at", "id" });
        }
    }
}
