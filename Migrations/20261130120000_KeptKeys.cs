using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>No change of a key and no truncate passes by the trail.</summary>
[DbContext(typeof(Office))]
[Migration("20261130120000_KeptKeys")]
public sealed class KeptKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.SqlFile("kept-keys.sql");

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            drop function refuse_new_key, refuse_truncate cascade;
            drop function keep_keys;
            """
        );
}
