using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StaffDashboard.Migrations.Migrations
{
    /// <inheritdoc />
    public partial class House : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.SqlFile("text.sql");
            migrationBuilder.SqlFile("trail.sql");

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(
                        type: "character varying(255)",
                        maxLength: 255,
                        nullable: false
                    ),
                    state = table.Column<string>(type: "text", nullable: false),
                    columns = table.Column<string[]>(type: "text[]", nullable: false),
                    mapping = table.Column<string[]>(type: "text[]", nullable: false),
                    separator = table.Column<char>(type: "character(1)", nullable: false),
                    add_roles = table.Column<bool>(type: "boolean", nullable: false),
                    new_roles = table.Column<string[]>(type: "text[]", nullable: false),
                    new_role_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    leave_rejected_out = table.Column<bool>(type: "boolean", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    update_by_phone = table.Column<bool>(type: "boolean", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    progress = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    updated = table.Column<int>(type: "integer", nullable: false),
                    rejected = table.Column<int>(type: "integer", nullable: false),
                    cancel_requested = table.Column<bool>(type: "boolean", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false,
                        defaultValueSql: "now()"
                    ),
                    finished_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => x.id);
                }
            );

            migrationBuilder.CreateTable(
                name: "sign_in_throttles",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    last_failure_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_throttles", x => x.key);
                }
            );

            migrationBuilder.CreateTable(
                name: "skills",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_skills", x => x.name);
                }
            );

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(
                        type: "character varying(120)",
                        maxLength: 120,
                        nullable: false
                    ),
                    role = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false,
                        defaultValueSql: "now()"
                    ),
                    disabled_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: true
                    ),
                    user_name = table.Column<string>(
                        type: "character varying(254)",
                        maxLength: 254,
                        nullable: false
                    ),
                    normalized_user_name = table.Column<string>(
                        type: "character varying(254)",
                        maxLength: 254,
                        nullable: false
                    ),
                    email = table.Column<string>(
                        type: "character varying(254)",
                        maxLength: 254,
                        nullable: false
                    ),
                    normalized_email = table.Column<string>(
                        type: "character varying(254)",
                        maxLength: 254,
                        nullable: false
                    ),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: false),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                    table.CheckConstraint("users_role", "role in ('Staff', 'Manager', 'Admin')");
                }
            );

            migrationBuilder.CreateTable(
                name: "work_roles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(
                        type: "character varying(40)",
                        maxLength: 40,
                        nullable: false
                    ),
                    hue = table.Column<int>(type: "integer", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_roles", x => x.id);
                    table.CheckConstraint("work_roles_hue", "hue between 1 and 10");
                    table.CheckConstraint(
                        "work_roles_name",
                        "name <> '' and name = btrim(name) and name is nfc normalized"
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "import_rows",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    cells = table.Column<string[]>(type: "text[]", nullable: false),
                    problem = table.Column<string>(type: "text", nullable: true),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_rows", x => new { x.import_id, x.line });
                    table.ForeignKey(
                        name: "fk_import_rows_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "import_people",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_version = table.Column<uint>(type: "xid", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    content = table.Column<string[]>(type: "text[]", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_people", x => new { x.import_id, x.line });
                    table.ForeignKey(
                        name: "fk_import_people_imports_import_id",
                        column: x => x.import_id,
                        principalTable: "imports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    stamp = table.Column<string>(type: "text", nullable: false),
                    browser = table.Column<string>(
                        type: "character varying(300)",
                        maxLength: 300,
                        nullable: false
                    ),
                    address = table.Column<string>(
                        type: "character varying(64)",
                        maxLength: 64,
                        nullable: false
                    ),
                    created_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    last_seen_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                    expires_at = table.Column<DateTimeOffset>(
                        type: "timestamp with time zone",
                        nullable: false
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_sessions_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "user_settings",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    theme = table.Column<string>(type: "text", nullable: false),
                    density = table.Column<string>(type: "text", nullable: false),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_settings", x => x.user_id);
                    table.ForeignKey(
                        name: "fk_user_settings_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade
                    );
                }
            );

            migrationBuilder.CreateTable(
                name: "employees",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(
                        type: "character varying(120)",
                        maxLength: 120,
                        nullable: false
                    ),
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
                    work_role_id = table.Column<Guid>(type: "uuid", nullable: true),
                    skills = table.Column<string[]>(type: "text[]", nullable: false),
                    employment = table.Column<string>(type: "text", nullable: false),
                    always_needed = table.Column<bool>(type: "boolean", nullable: false),
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
                    opening_hours = table.Column<decimal>(
                        type: "numeric(9,2)",
                        precision: 9,
                        scale: 2,
                        nullable: false
                    ),
                    last_worked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
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
                    worked_key = table.Column<DateOnly>(
                        type: "date",
                        nullable: false,
                        computedColumnSql: "coalesce(last_worked_on, date '-infinity')",
                        stored: true
                    ),
                    search = table.Column<string>(
                        type: "text",
                        nullable: false,
                        computedColumnSql: "search_text(name, phone, skills)",
                        stored: true
                    ),
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_employees", x => x.id);
                    table.CheckConstraint(
                        "employees_email",
                        "email like '_%@_%' and email = btrim(email)"
                    );
                    table.CheckConstraint(
                        "employees_employment",
                        "employment in ('FullTime', 'PartTime', 'Freelance', 'Student', 'Temporary')"
                    );
                    table.CheckConstraint(
                        "employees_hourly_rate",
                        "hourly_rate between 0 and 10000"
                    );
                    table.CheckConstraint(
                        "employees_name",
                        "name <> '' and name = btrim(name) and name is nfc normalized"
                    );
                    table.CheckConstraint(
                        "employees_opening_hours",
                        "opening_hours between 0 and 1000000"
                    );
                    table.CheckConstraint("employees_phone", "phone ~ '^\\+[1-9][0-9]{6,14}$'");
                    table.CheckConstraint("employees_skills", "cardinality(skills) <= 30");
                    table.ForeignKey(
                        name: "fk_employees_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull
                    );
                    table.ForeignKey(
                        name: "fk_employees_work_roles_work_role_id",
                        column: x => x.work_role_id,
                        principalTable: "work_roles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict
                    );
                }
            );

            migrationBuilder.CreateIndex(
                name: "ix_employees_created_at_id",
                table: "employees",
                columns: new[] { "created_at", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_employees_name_key_id",
                table: "employees",
                columns: new[] { "name_key", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_employees_opening_hours_id",
                table: "employees",
                columns: new[] { "opening_hours", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "ix_employees_phone",
                table: "employees",
                column: "phone",
                unique: true,
                filter: "archived_at is null and erased_at is null"
            );

            migrationBuilder
                .CreateIndex(name: "ix_employees_skills", table: "employees", column: "skills")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_employees_user_id",
                table: "employees",
                column: "user_id",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_employees_work_role_id",
                table: "employees",
                column: "work_role_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_employees_worked_key_id",
                table: "employees",
                columns: new[] { "worked_key", "id" }
            );

            migrationBuilder.CreateIndex(
                name: "import_rows_bad",
                table: "import_rows",
                columns: new[] { "import_id", "line" },
                filter: "problem is not null"
            );

            migrationBuilder.CreateIndex(
                name: "ix_imports_created_at",
                table: "imports",
                column: "created_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_sessions_expires_at",
                table: "sessions",
                column: "expires_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_sessions_key_hash",
                table: "sessions",
                column: "key_hash",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_sessions_user_id",
                table: "sessions",
                column: "user_id"
            );

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_throttles_last_failure_at",
                table: "sign_in_throttles",
                column: "last_failure_at"
            );

            migrationBuilder.CreateIndex(
                name: "ix_users_normalized_email",
                table: "users",
                column: "normalized_email",
                unique: true
            );

            migrationBuilder.CreateIndex(
                name: "ix_users_normalized_user_name",
                table: "users",
                column: "normalized_user_name",
                unique: true
            );

            migrationBuilder.SqlFile("team.sql");
            migrationBuilder.Records(
                "employees",
                "team",
                "person:{id}",
                "-name_key",
                "-worked_key"
            );
            migrationBuilder.Records("work_roles", "work-roles");
            migrationBuilder.Records(
                "users",
                "users",
                "user:{id}",
                "*password_hash",
                "*security_stamp",
                "-concurrency_stamp",
                "-normalized_email",
                "-normalized_user_name",
                "-user_name"
            );
            migrationBuilder.Records("user_settings", "settings:{user_id}", "#user_id");
            migrationBuilder.Records(
                "sessions",
                "sessions:{user_id}",
                "-key_hash",
                "-stamp",
                "-last_seen_at",
                "-expires_at"
            );
            migrationBuilder.Records(
                "imports",
                "import:{id}",
                "~progress",
                "-mapping",
                "-columns",
                "-separator",
                "-new_role_ids"
            );
            migrationBuilder.SqlFile("admins.sql");
            migrationBuilder.SqlFile("locks.sql");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(name: "employees");

            migrationBuilder.DropTable(name: "import_people");

            migrationBuilder.DropTable(name: "import_rows");

            migrationBuilder.DropTable(name: "sessions");

            migrationBuilder.DropTable(name: "sign_in_throttles");

            migrationBuilder.DropTable(name: "skills");

            migrationBuilder.DropTable(name: "user_settings");

            migrationBuilder.DropTable(name: "work_roles");

            migrationBuilder.DropTable(name: "imports");

            migrationBuilder.DropTable(name: "users");
        }
    }
}
