using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations.Migrations;

/// <summary>Any kind of record is erased by one function, which empties whatever it is not told to leave.</summary>
[DbContext(typeof(Office))]
[Migration("20261201110000_EraseRecord")]
public sealed class EraseRecord : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.SqlFile("erase-record.sql");

    /// <summary>Stays: a program that knows the older function alone erases nobody until it is brought up to date.</summary>
    protected override void Down(MigrationBuilder migrationBuilder) { }
}
