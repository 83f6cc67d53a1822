using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>What somebody reported is reworded by nobody, and written to by an Admin or by them alone.</summary>
[DbContext(typeof(Office))]
[Migration("20261201021000_ProblemPolicies")]
public sealed class ProblemPolicies : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.SqlFile("problem-policies.sql");

    /// <summary>Stays: an older program does no more than this allows.</summary>
    protected override void Down(MigrationBuilder migrationBuilder) { }
}
