using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>An erasure is told as such, so that nobody keeps what was shown before it.</summary>
[DbContext(typeof(Office))]
[Migration("20261130120300_Erasure")]
public sealed class Erasure : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.SqlFile("erasure.sql");

    /// <summary>Stays: a node that does not know this topic lets it pass.</summary>
    protected override void Down(MigrationBuilder migrationBuilder) { }
}
