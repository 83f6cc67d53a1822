using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StaffDashboard.Migrations.Migrations
{
    /// <summary>The customers of the office.</summary>
    public partial class Clients : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "clients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(
                        type: "character varying(120)",
                        maxLength: 120,
                        nullable: false
                    ),
                    kind = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(
                        type: "character varying(16)",
                        maxLength: 16,
                        nullable: true
                    ),
                    email = table.Column<string>(
                        type: "character varying(254)",
                        maxLength: 254,
                        nullable: true
                    ),
                    contacts = table.Column<string[]>(type: "text[]", nullable: false),
                    postal_address = table.Column<string>(
                        type: "character varying(500)",
                        maxLength: 500,
                        nullable: false
                    ),
                    invoice_address = table.Column<string>(
                        type: "character varying(500)",
                        maxLength: 500,
                        nullable: false
                    ),
                    hourly_rate = table.Column<decimal>(
                        type: "numeric(8,2)",
                        precision: 8,
                        scale: 2,
                        nullable: true
                    ),
                    notes = table.Column<string>(
                        type: "character varying(4000)",
                        maxLength: 4000,
                        nullable: false
                    ),
                    archived_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    erased_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    created_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false,
                        defaultValueSql: "now()"
                    ),
                    updated_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false,
                        defaultValueSql: "now()"
                    ),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                    name_key = table.Column<string>(
                        type: "text",
                        nullable: false,
                        computedColumnSql: "search_text(name)",
                        stored: true,
                        collation: "C"
                    ),
                    search = table.Column<string>(
                        type: "text",
                        nullable: false,
                        computedColumnSql: "search_text(name, phone, contacts)",
                        stored: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_clients", x => x.id);
                    table.CheckConstraint("clients_contacts", "cardinality(contacts) <= 30");
                    table.CheckConstraint(
                        "clients_email",
                        "email like '_%@_%' and email = btrim(email)"
                    );
                    table.CheckConstraint("clients_hourly_rate", "hourly_rate between 0 and 10000");
                    table.CheckConstraint("clients_kind", "kind in ('Company', 'Person')");
                    table.CheckConstraint(
                        "clients_name",
                        "name <> '' and name = btrim(name) and name is nfc normalized"
                    );
                    table.CheckConstraint("clients_phone", "phone ~ '^\\+[1-9][0-9]{6,14}$'");
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_clients_created_at_id",
                table: "clients",
                columns: new[] { "created_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_clients_name_key_id",
                table: "clients",
                columns: new[] { "name_key", "id" }
            );

            migrationBuilder.SqlFile("clients.sql");
            migrationBuilder.Records("clients", "client:{id}", "clients", "-name_key");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "clients");
        }
    }
}
