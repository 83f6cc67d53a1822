using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>An hour's buckets are sums, and one that outgrew an integer would have kept every later hour from being summed up.</summary>
[DbContext(typeof(Office))]
[Migration("20261130120200_WideBuckets")]
public sealed class WideBuckets : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.SqlFile("wide-buckets.sql");

    protected override void Down(MigrationBuilder migrationBuilder) { }
}
