using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations;

[DbContext(typeof(Office))]
[Migration("20261130083000_Readiness")]
public class Readiness : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.SqlFile("readiness.sql");

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.DropTable("readiness_probe");
}
