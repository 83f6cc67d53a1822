using Microsoft.EntityFrameworkCore.Migrations;

namespace StaffDashboard.Migrations;

/// <summary>
/// The whole schema. What EF can say of it is generated (see CreateTables), the rest stands in files of SQL.
/// There is no way down: before it there is nothing.
/// </summary>
public partial class Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // What the columns and triggers of the tables are made of.
        migrationBuilder.SqlFile("text.sql");
        migrationBuilder.SqlFile("lookalikes.sql");
        migrationBuilder.SqlFile("audit.sql");
        migrationBuilder.SqlFile("recorders.sql");
        migrationBuilder.SqlFile("kept-keys.sql");

        CreateTables(migrationBuilder);

        migrationBuilder.SqlFile("names.sql");
        migrationBuilder.SqlFile("access.sql");
        migrationBuilder.SqlFile("admins.sql");
        migrationBuilder.SqlFile("answers.sql");
        migrationBuilder.SqlFile("work-roles.sql");
        migrationBuilder.SqlFile("employees.sql");
        migrationBuilder.SqlFile("clients.sql");
        migrationBuilder.SqlFile("erasure.sql");

        migrationBuilder.SqlFile("nodes.sql");
        migrationBuilder.SqlFile("measures.sql");
        migrationBuilder.SqlFile("measures-of-people.sql");
        migrationBuilder.SqlFile("measures-upkeep.sql");
        migrationBuilder.SqlFile("slow-queries.sql");
        migrationBuilder.SqlFile("inconsistencies.sql");
        migrationBuilder.SqlFile("alarm-calls.sql");
        migrationBuilder.SqlFile("hangfire.sql");

        migrationBuilder.SqlFile("announcements.sql");
        Record(migrationBuilder);

        migrationBuilder.SqlFile("row-level-security.sql");
        migrationBuilder.SqlFile("rights.sql");
    }
}
