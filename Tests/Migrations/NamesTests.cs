using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Migrations;

public sealed class NamesTests(TestPostgres postgres)
{
    const string Before = "20261121055445_Sync";

    [Fact]
    public async Task Whatever_the_database_refuses_the_program_has_refused_before()
    {
        await using var database = await postgres.CloneAsync();

        var refused = await database.AskAsync<int[]>(
            """
            select array_agg(n) from generate_series(1, 1114111) n
            where n not between 55296 and 57343 and has_hidden_characters(chr(n))
            """
        );

        Assert.Contains(0x200B, refused!);
        Assert.DoesNotContain(refused!, n => NameText.IsPlain($"A{char.ConvertFromUtf32(n)}b"));
    }

    [Theory]
    [InlineData("Bill", "BiIl", true)]
    [InlineData("Olga", "О1gа", true)]
    [InlineData("Arne", "Ame", true)]
    [InlineData("Sean O'Brien", "Sean O’Brien", true)]
    [InlineData("Нина", "НИНА", true)]
    [InlineData("Υasmin", "Yasmin", true)]
    [InlineData("Lukasz", "Łukasz", false)]
    [InlineData("Person 2", "Person 3", false)]
    [InlineData("Ann Lee", "Anne Lee", false)]
    public async Task Names_that_look_the_same_have_one_key(string one, string other, bool same)
    {
        await using var database = await postgres.CloneAsync();

        Assert.Equal(
            same,
            await database.AskAsync<bool>(
                $"select name_key('{one.Replace("'", "''", StringComparison.Ordinal)}') = name_key('{other.Replace("'", "''", StringComparison.Ordinal)}')"
            )
        );
    }

    [Fact]
    public async Task Existing_names_are_made_to_fit()
    {
        await using var database = await postgres.EmptyAsync();
        await using (var office = new Office(Schema.Options(database.OwnerConnectionString)))
            await office.GetService<IMigrator>().MigrateAsync(Before);
        await AddUserAsync(database, "Admin", "first@example.test");
        await AddUserAsync(database, "Sam", "sam@example.test");
        await AddUserAsync(database, "Sаm", "other@example.test");
        await AddUserAsync(database, "Be\u200Ba", "bea@example.test");
        await database.RunAsync(
            """
            insert into employees (id, name, skills, employment, always_needed, notes, opening_hours)
            values (gen_random_uuid(), E'Ami\u200Bra\nYilmaz', array[E'b\u202Ear', 'cook'], 'FullTime', false, '', 0)
            """
        );

        await Schema.UpgradeAsync(
            database.OwnerConnectionString,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            "Bea|Sam|Sаm (other@example.test)|first@example.test",
            await database.AskAsync<string>(
                "select string_agg(name, '|' order by name collate \"C\") from users"
            )
        );
        Assert.Equal(
            "Amira Yilmaz bar,cook",
            await database.AskAsync<string>(
                "select name || ' ' || array_to_string(skills, ',') from employees"
            )
        );
        Assert.Equal(
            "bar,cook",
            await database.AskAsync<string>(
                "select string_agg(name, ',' order by name) from skills"
            )
        );
    }

    [Theory]
    [InlineData("name = E'Ami\\u200Bra'", "employees_plain_name")]
    [InlineData("skills = array['bar', E'co\\u202Eok']", "employees_plain_skills")]
    public async Task A_person_cannot_be_stored_with_invisible_characters(
        string change,
        string constraint
    )
    {
        await using var database = await postgres.CloneAsync();
        await database.RunAsync(
            """
            insert into employees (id, name, skills, employment, always_needed, notes, opening_hours)
            values (gen_random_uuid(), 'Amira', '{}', 'FullTime', false, '', 0)
            """
        );

        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            database.RunAsync($"update employees set {change}")
        );

        Assert.Equal(constraint, refused.ConstraintName);
    }

    static Task AddUserAsync(TestDatabase database, string name, string email) =>
        database.RunAsync(
            $"""
            insert into users (id, name, role, email, normalized_email, user_name, normalized_user_name, security_stamp, email_confirmed)
            values (gen_random_uuid(), '{name}', 'Staff', '{email}', upper('{email}'), '{email}', upper('{email}'), 'x', true)
            """
        );
}
