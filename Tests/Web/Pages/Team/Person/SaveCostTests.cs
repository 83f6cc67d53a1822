using System.Net;
using System.Text.RegularExpressions;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Shared.Once;
using StaffDashboard.Web.Measures;

namespace StaffDashboard.Tests.Web.Pages.Team.Person;

/// <summary>What saving the contact data of one person asks the database, however large the team is.</summary>
public sealed partial class SaveCostTests(PersonOffice office) : Keyed(office)
{
    // Each opening of a connection begins by telling the server who asks.
    const string Opening = "set_config(";

    static readonly string[] Known =
    [
        "from sessions s join users",
        Opening,
        "insert into saved_answers",
        "UNION ALL",
        "FROM employees",
        "UPDATE employees",
        "update saved_answers",
    ];

    [Fact]
    public async Task A_contact_save_asks_this_and_nothing_else()
    {
        var asked = await SavedAsync("Amira Yilmaz-Berger");

        Assert.Equal(Known, asked.Select(Short));
        // Who is signed in, and the rest; begin and commit come on top: ten statements in all.
        Assert.Equal(2, asked.Count(sql => sql.Contains(Opening, StringComparison.Ordinal)));
        Assert.Equal(1, await CountAsync($"saved_answers where key = '{Key}' and status = 200"));
    }

    [Fact]
    public async Task No_part_of_a_contact_save_reads_the_team_from_end_to_end()
    {
        await Office.Database.RunAsync(
            """
            set session_replication_role = replica;
            insert into employees (id, name, phone, email, skills, employment, always_needed, notes, opening_hours, archived_at)
            select gen_random_uuid(), 'Number ' || i, '+49160' || 1000000 + i, 'n' || i || '@example.test', '{}', 'FullTime', false, '', 0,
              case when i % 3 = 0 then now() end
            from generate_series(1, 5000) i;
            analyze employees
            """
        );
        var asked = await SavedAsync("Ben Okafor-Lindqvist");

        var looks = 0;
        foreach (var sql in asked.Where(sql => sql.Contains("employees", StringComparison.Ordinal)))
        foreach (Match look in Look().Matches(await PlanAsync(sql)))
        {
            looks++;
            Assert.True(look.Groups["condition"].Success, look.Value + "\n" + sql);
        }
        // The phone, the name, the person to be changed, and the change.
        Assert.Equal(4, looks);
    }

    async Task<IReadOnlyList<string>> SavedAsync(string name)
    {
        var person = await Office.AddAsync("Amira Yilmaz");
        var page = await Office.Staff.GetPageAsync($"/team/{person.Id}/contact");
        var form = PersonOffice.Filled(page, PersonOffice.Form, ("Name", name));
        return await Statements.OfAsync(
            Office.App,
            Office.Staff,
            "update saved_answers",
            async () =>
            {
                using var answer = await SendAsync(
                    Office.Staff,
                    $"/team/{person.Id}/contact",
                    Key,
                    true,
                    [.. form.Where(field => field.Name != "__Key")]
                );
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Contains(name, await TextAsync(answer), StringComparison.Ordinal);
            }
        );
    }

    async Task<string> PlanAsync(string sql)
    {
        var statement = Redacted
            .Numbered(sql)
            .TrimEnd()
            .TrimEnd(';')
            .Replace("'", "''", StringComparison.Ordinal);
        var plan = await Office.Database.AskAsync<string>($"select plan_of('{statement}')");
        Assert.True(plan is not null, "There is no plan of " + sql);
        return plan;
    }

    static string Short(string sql) =>
        Array.Find(Known, part => sql.Contains(part, StringComparison.Ordinal)) ?? sql;

    [GeneratedRegex(
        @"(Seq|Index|Index Only|Bitmap Heap) Scan[^\n]* on employees[^\n]*(?<condition>\n\s+(Index|Recheck) Cond:)?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Look();
}
