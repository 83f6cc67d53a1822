using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>A checked line says which archived record it would double.</summary>
[DbContext(typeof(Office))]
[Migration("20261201130000_ArchivedMatches")]
public sealed class ArchivedMatches : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<Guid>(
            "archived_id",
            "import_people",
            type: "uuid",
            nullable: true
        );

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.DropColumn("archived_id", "import_people");
}
