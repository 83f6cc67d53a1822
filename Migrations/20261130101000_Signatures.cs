using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>Who acknowledged, answered or planned something is known by id: a name may pass to somebody else.</summary>
[DbContext(typeof(Office))]
[Migration("20261130101000_Signatures")]
public sealed class Signatures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.SqlFile("signatures.sql");

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            alter table alarms drop column acknowledged_by_id;
            alter table problem_reports drop column answered_by_id;
            alter table alarm_silences drop column by_id;
            """
        );
}
