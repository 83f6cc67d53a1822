using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>No user is called like another in letters of a script that nobody had thought of.</summary>
[DbContext(typeof(Office))]
[Migration("20261130100000_Lookalikes")]
public sealed class Lookalikes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.SqlFile("lookalikes.sql");

    /// <summary>The wider key stays: names that were chosen by it are told apart by the narrower one, too.</summary>
    protected override void Down(MigrationBuilder migrationBuilder) { }
}
