using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Migrations;

public sealed class NamesTests(TestPostgres postgres)
{
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
}
