using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>A conflict keeps its key: it is known that nothing was done under it.</summary>
[DbContext(typeof(Office))]
[Migration("20261201020000_RefusedAnswers")]
public sealed class RefusedAnswers : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<bool>("is_refused", "saved_answers", defaultValue: false);

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.DropColumn("is_refused", "saved_answers");
}
