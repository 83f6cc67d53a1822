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
        // The default is for a node of the version before, which knows nothing of it.
        migrationBuilder.AddColumn<byte[][]>(
            "refused_hashes",
            "saved_answers",
            type: "bytea[]",
            nullable: false,
            defaultValueSql: "'{}'"
        );

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.DropColumn("refused_hashes", "saved_answers");
}
