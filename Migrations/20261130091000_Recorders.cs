using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>Recorders whose arguments are worked out once, and an index for whoever else has a phone number.</summary>
[DbContext(typeof(Office))]
[Migration("20261130091000_Recorders")]
public sealed class Recorders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.SqlFile("recorders.sql");
        // The unique index covers active people only, and a form asks for everybody.
        migrationBuilder.Sql("create index employees_phone_of_all on employees (phone)");
        migrationBuilder.SqlFile("private.sql");
    }

    /// <summary>The recorders stay, for they write the same lines as those before them, and so do the narrower locks.</summary>
    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("drop index employees_phone_of_all");
}
