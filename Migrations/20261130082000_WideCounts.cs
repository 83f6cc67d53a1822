using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>What browsers count adds up, and one who reports too much must not make everybody's sums fail.</summary>
[DbContext(typeof(Office))]
[Migration("20261130082000_WideCounts")]
public sealed class WideCounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.SqlFile("wide-counts.sql");

    protected override void Down(MigrationBuilder migrationBuilder) { }
}
