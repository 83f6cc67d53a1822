using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Migrations;

public sealed class LookalikesTests(TestPostgres postgres)
{
    // Letters that fold, marks, what NFKD takes apart, spaces of many kinds, what becomes another letter in pairs.
    const string Odd =
        "rnvvIl1|0aA\u0430\u0410\u030A\u00C5\u13AA\u0578\u03A3\u03C2\u0130\u00A0\u2003\u00B4\uFE0F\uFB01\uFDFA\uAC00";

    static readonly Gen<string> Names = Gen.OneOf(
            Gen.Elements(Odd.ToCharArray()).Select(letter => $"{letter}"),
            Gen.OneOf(Gen.Choose(1, 0xD7FF), Gen.Choose(0xE000, 0x10FFFF))
                .Select(char.ConvertFromUtf32)
        )
        .ArrayOf()
        .Select(letters => string.Concat(letters));

    [Theory]
    [InlineData("Cherokee", "ᎪᎳ", "AW")]
    [InlineData("Cherokee, small", "ꮪꭺꮇ", "Sam")]
    [InlineData("Armenian", "ոօսհ", "nouh")]
    [InlineData("Lisu", "ꓢꓮꓟ", "SAM")]
    [InlineData("Fullwidth", "Ｓａｍ", "Sam")]
    [InlineData("Mathematical", "𝕊𝖆𝓂", "Sam")]
    [InlineData("Coptic", "Ⲥⲟⲣ", "Cop")]
    [InlineData("Canadian syllabics", "ᗪᗩᗰ", "DᗩM")]
    [InlineData("Deseret", "𐐄𐐠", "OS")]
    [InlineData("Old Italic", "𐌁𐌂", "BC")]
    [InlineData("Warang Citi", "𑣁𑣈", "so")]
    [InlineData("A mark on a letter of another script", "Аda \u0410\u030Asa", "Ada Åsa")]
    [InlineData("Capitals", "ՍՕ", "ւօ", false)]
    [InlineData("Armenian in capitals", "ՀՈՒՅՍ", "հույս")]
    [InlineData("Cherokee in capitals", "ᏣᎳᎩ", "ꮳꮃꭹ")]
    [InlineData("Other names", "ᏣᎳᎩ", "ᏣᎳᎪ", false)]
    [InlineData("Other letters with marks", "Zoë", "Zoe", false)]
    [InlineData("Hebrew", "יוסף", "יעל", false)]
    public async Task Letters_of_another_script_have_the_key_of_those_they_look_like(
        string script,
        string one,
        string other,
        bool same = true
    )
    {
        await using var database = await postgres.CloneAsync();

        Assert.True(
            same
                == await database.AskAsync<bool>($"select name_key('{one}') = name_key('{other}')"),
            script
        );
    }

    [Fact]
    public async Task The_key_of_a_key_is_itself()
    {
        await using var database = await postgres.CloneAsync();
        var names = Names
            .Sample(2000, 20)
            .Select(name => $"'{Convert.ToHexString(Encoding.UTF8.GetBytes(name))}'");

        Assert.Empty(
            await database.AskAsync<string[]>(
                $"""
                select array(select encode(convert_to(name, 'utf8'), 'hex')
                  from (select convert_from(decode(hex, 'hex'), 'utf8') from unnest(array[{string.Join(
                    ',',
                    names
                )}]) hex) names(name)
                  where name_key(name_key(name)) <> name_key(name))
                """
            ) ?? []
        );
    }

    // Beyond the first two planes there are only ideographs, which look like nothing else.
    [Fact]
    public async Task The_key_of_every_character_stays_as_it_is()
    {
        await using var database = await postgres.CloneAsync();

        var changed = await database.AskAsync<int[]>(
            """
            select array(select n from generate_series(1, 131071) n where n not between 55296 and 57343
              and name_key(name_key('x' || chr(n))) <> name_key('x' || chr(n)))
            """
        );

        Assert.Empty(changed!.Select(code => code.ToString("X4", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task The_longest_name_of_characters_that_stand_for_many_can_be_stored()
    {
        await using var database = await postgres.CloneAsync();

        await AddUserAsync(
            database,
            new string('\uFDFA', 120),
            "sam@example.test",
            "0198aaaa-0000-7000-8000-000000000001"
        );

        Assert.Equal(1, await database.AskAsync<long>("select count(*) from users"));
    }

    static Task AddUserAsync(TestDatabase database, string name, string email, string id) =>
        database.RunAsync(
            $"""
            insert into users (id, name, role, email, normalized_email, user_name, normalized_user_name, security_stamp, email_confirmed)
            values ('{id}', '{name}', 'Staff', '{email}', upper('{email}'), '{email}', upper('{email}'), 'x', true)
            """
        );
}
