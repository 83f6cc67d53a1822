using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>
/// A database that was made before PostgreSQL 15 lets every role make tables and functions in "public", which are then
/// found before those of the same name that the program means.
/// </summary>
[DbContext(typeof(Office))]
[Migration("20261130120100_ClosedSchema")]
public sealed class ClosedSchema : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("revoke create on schema public from public");

    /// <summary>Stays closed: nothing of the program's needs it open.</summary>
    protected override void Down(MigrationBuilder migrationBuilder) { }
}
