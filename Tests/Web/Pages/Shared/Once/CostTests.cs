using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
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
    public async Task A_key_costs_a_save_three_statements_before_the_answer_and_one_after_it()
    {
        var (plain, keyed) = (Role(), Role());

        var without = await AskedByAsync(
            plain,
            "INSERT INTO work_roles",
            () => Office.Manager.PostAsync("/admin/work-roles", ("Name", plain), ("Hue", "3"))
        );
        var with = await AskedByAsync(
            keyed,
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

    // All programs of this process are heard; one request is meant.
    async Task<IReadOnlyList<string>> AskedByAsync(
        string role,
        string last,
        Func<Task<HttpResponseMessage>> save
    )
    {
        var asked = new ConcurrentQueue<string>();
        var http = Office.App.Services.GetRequiredService<IHttpContextAccessor>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) =>
                ActivitySamplingResult.AllData,
            ActivityStopped = query =>
            {
                if (
                    query.GetTagItem("db.query.text") is string sql
                    && http.HttpContext?.Request
                        is { Method: "POST", HasFormContentType: true } request
                    && request.Form["Name"] == role
                )
                    asked.Enqueue(Short(sql));
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var answer = await save();
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        // It is told when it has been read to the end, which may be after the answer is here.
        await Eventually.TrueAsync(() =>
            Task.FromResult(asked.Any(sql => sql.StartsWith(last, StringComparison.Ordinal)))
        );
        return [.. asked];
    }

    static string Short(string sql) =>
        Array.Find(OfKey, part => sql.Contains(part, StringComparison.Ordinal)) ?? sql;
}
