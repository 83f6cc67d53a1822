using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>Recorders whose arguments are worked out once.</summary>
[DbContext(typeof(Office))]
[Migration("20261130091000_Recorders")]
public sealed class Recorders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.SqlFile("recorders.sql");
    }

    /// <summary>The recorders stay, for they write the same lines as those before them.</summary>
    protected override void Down(MigrationBuilder migrationBuilder) { }
}
