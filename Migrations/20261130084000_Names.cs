using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;

namespace StaffDashboard.Migrations;

/// <summary>Nothing hides in a name, and no user is called like another or like the program.</summary>
[DbContext(typeof(Office))]
[Migration("20261130084000_Names")]
public sealed class Names : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.SqlFile("names.sql");

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            """
            drop index users_name_key;
            alter table users drop constraint users_reserved_name, drop constraint users_plain_name;
            alter table work_roles drop constraint work_roles_plain_name;
            alter table employees drop constraint employees_plain_skills, drop constraint employees_plain_name;
            drop function is_reserved_name, name_key, without_hidden_characters, has_hidden_characters;
            """
        );
}
