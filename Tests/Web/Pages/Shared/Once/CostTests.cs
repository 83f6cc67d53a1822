using System.Net;
using StaffDashboard.Tests.Support;
using StaffDashboard.Tests.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Shared.Once;

/// <summary>What a key costs in statements. `docs/saving.md` says the number.</summary>
public sealed class CostTests(PersonOffice office) : Keyed(office)
{
    static readonly string[] OfKey =
    [
        "insert into saved_answers",
        "RELEASE",
        "SAVEPOINT",
        "update saved_answers",
    ];

    [Fact]
    public async Task A_key_costs_a_save_four_statements_on_the_same_connection()
    {
        var (plain, keyed) = (Role(), Role());

        var without = await AskedByAsync(
            "INSERT INTO work_roles",
            () => Office.Manager.PostAsync("/admin/work-roles", ("Name", plain), ("Hue", "3"))
        );
        var with = await AskedByAsync(
            "update saved_answers",
            () => AddRoleAsync(Office.Manager, keyed)
        );

        Assert.Equal(
            [
                .. without.SkipLast(1),
                "insert into saved_answers",
                "SAVEPOINT",
                without[^1],
                "RELEASE",
                "update saved_answers",
            ],
            with
        );
    }

    async Task<IReadOnlyList<string>> AskedByAsync(
        string last,
        Func<Task<HttpResponseMessage>> save
    )
    {
        var asked = await Statements.OfAsync(
            Office.App,
            Office.Manager,
            last,
            async () =>
            {
                using var answer = await save();
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            }
        );
        return [.. asked.Select(Short)];
    }

    static string Short(string sql) =>
        Array.Find(OfKey, part => sql.Contains(part, StringComparison.Ordinal)) ?? sql;
}
