using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>A run says which order it carries out, so that no order is carried out twice.</summary>
[DbContext(typeof(Office))]
[Migration("20261130120400_CarriedOut")]
public sealed class CarriedOut : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<Guid>("order_id", "job_runs", nullable: true);

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.DropColumn("order_id", "job_runs");
}
