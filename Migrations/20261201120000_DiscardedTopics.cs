using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>Discarded values are announced under the topic of their own kind.</summary>
[DbContext(typeof(Office))]
[Migration("20261201120000_DiscardedTopics")]
public sealed class DiscardedTopics : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.SqlFile("discarded-topics.sql");

    /// <summary>Stays: a program that knows the older function alone keeps no discarded value until it is brought up to date.</summary>
    protected override void Down(MigrationBuilder migrationBuilder) { }
}
