using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>An import says what kind of record it brings.</summary>
[DbContext(typeof(Office))]
[Migration("20261201100000_ImportTables")]
public sealed class ImportTables : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        // The default is for a node of the version before, which brings in people only.
        migrationBuilder.AddColumn<string>(
            "table_name",
            "imports",
            type: "text",
            nullable: false,
            defaultValue: "employees"
        );

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.DropColumn("table_name", "imports");
}
