using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Admin.Health;

namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

/// <summary>What is planted is what the page says, counted here once more.</summary>
public sealed class FiguresTests(TestPostgres postgres) : HealthOffice(postgres)
{
    [Fact]
    public async Task Every_figure_is_what_was_told()
    {
        await TellAsync("sync.confirmed", "", 97, 97 * 30, Buckets(97, 20));
        await TellAsync("sync.seen", "", 100, 4000, Buckets(90, 20, 8, 24, 2, 32));
        await TellAsync("lag", "", 10, 100, Buckets(10, 12));
        await TellAsync("sync.failed", "validation", 2, 2);
        await TellAsync("sync.failed", "line", 1, 1);
        await TellAsync("sync.conflict", "", 4, 4);
        await TellAsync("sync.rolled-back", "", 5, 5);
        await TellAsync("sync.retry", "", 6, 6);
        await TellAsync("sync.reconnect", "", 7, 7);
        await TellAsync("sync.failed-swap", "", 8, 8);
        await TellAsync("sync.refresh", "", 9, 9);
        await TellAsync("connections", "websockets", 12, 36);
        await TellAsync("sync.state", "live", 3, 900);
        await TellAsync("sync.state", "offline", 1, 100);
        await TellAsync("fragment", "hit", 75, 75);
        await TellAsync("fragment", "miss", 25, 25);
        await TellAsync("answer", "", 200, 4000, Buckets(200, 20));
        await TellAsync("answer.queries", "", 200, 900);
        await TellAsync("request.error", "validation", 8, 8);
        await TellAsync("pool", "busy", 12, 30);
        await TellAsync("memory", "", 12, 12 * 300.0 * 1024 * 1024);
        await TellAsync("gc", "gen0", 40, 40);
        await TellAsync("gc", "gen2", 2, 2);
        await TellAsync("mail", "sent", 5, 5);
        await TellAsync("mail", "failed", 1, 1);
        await Database.RunAsync(
            "insert into inconsistencies (id, at, pair, subject, one_name, one_value, other_name, other_value) select gen_random_uuid(), now() - interval '1 minute', 'a', 'b', 'c', '1', 'd', '2' from generate_series(1, 3)"
        );
        await OpenAsync("live", 0);
        await OpenAsync("polling", 2, "now() - interval '12 minutes'");

        using var manager = await App.SignInAsync(UserRole.Manager);
        var page = await manager.GetPageAsync(Planted);

        // 95 of 100 lie in the bucket that ends at 2^(24/4) ms, five eighths into it.
        var seen = Math.Pow(2, 23 / 4.0) + ((Math.Pow(2, 6) - Math.Pow(2, 23 / 4.0)) * 5 / 8);
        Assert.Equal($"{seen:0}ms", Figure(page, "seen"));
        Assert.Equal("99%", Figure(page, "success"));
        Assert.Equal("1", Figure(page, "errors"));
        Assert.Equal("Lost connection 1 % · 2 forms were refused", Note(page, "errors"));
        Assert.Equal("4", Figure(page, "conflicts"));
        Assert.Equal("5", Figure(page, "rollbacks"));
        Assert.Equal("6", Figure(page, "retries"));
        Assert.Equal("7", Figure(page, "reconnects"));
        Assert.Equal("8", Figure(page, "failed-swaps"));
        Assert.Equal("90%", Figure(page, "live"));
        Assert.Equal("75%", Figure(page, "cache"));
        Assert.Equal("3", Figure(page, "contradictions"));
        Assert.Equal("2", Figure(page, "connections"));
        Assert.Equal("1 person live · 1 person every 15 seconds", Note(page, "connections"));
        Assert.Equal("2", Figure(page, "waiting"));
        Assert.Equal("the oldest for 12 minutes", Note(page, "waiting"));
        Assert.Equal("9", Figure(page, "refreshes"));
        Assert.Equal("1 of 98 failed", Note(page, "success"));
        Assert.Equal("2 pages by direct line", Change(page, "connections"));
        // All of them lie in one bucket.
        Assert.Equal($"{Within(20, 0.95):0}ms", Figure(page, "confirmed"));
        Assert.Equal(
            $"half within {Within(20, 0.5):0} ms, 99 % within {Within(20, 0.99):0} ms",
            Note(page, "confirmed")
        );
        Assert.Equal(
            $"half within {Within(20, 50 / 90.0):0} ms, 99 % within {Within(32, 0.5):0} ms",
            Note(page, "seen")
        );
        Assert.Equal($"{Within(12, 0.95):0.#}ms", Figure(page, "lag"));
        Assert.Equal($"{Within(20, 0.95):0}ms", Figure(page, "answers"));
        Assert.Equal("Not accepted 4 %", Note(page, "failed-requests"));
        Assert.Equal("4.5", Figure(page, "queries"));
        Assert.Equal("On average; at most 5,000", Note(page, "queries"));
        Assert.Equal("2.5", Figure(page, "pool"));
        Assert.Equal("300MB", Figure(page, "memory"));
        Assert.Equal("42", Figure(page, "collections"));
        Assert.Equal("2 of them Gen 2", Note(page, "collections"));
        Assert.Equal("5", Figure(page, "mail"));
        Assert.Equal("1 not taken by the mail server", Note(page, "mail"));
        Assert.Equal(HealthFigures.All.Count, page.QuerySelectorAll("[data-figure]").Length);
    }

    [Fact]
    public async Task A_refused_form_is_not_counted_as_a_failure_but_a_fault_is()
    {
        await TellAsync("sync.confirmed", "", 20, 600);
        await TellAsync("sync.failed", "validation", 20, 20);
        using var manager = await App.SignInAsync(UserRole.Manager);

        Assert.DoesNotContain("saves fail", await VerdictAsync(), StringComparison.Ordinal);
        await TellAsync("sync.failed", "fault", 20, 20);
        Assert.Contains("50 % of the saves fail", await VerdictAsync(), StringComparison.Ordinal);

        async Task<string> VerdictAsync() =>
            (await manager.GetPageAsync(Planted)).QuerySelector(".verdict")!.TextContent;
    }

    [Fact]
    public async Task It_is_compared_with_what_was_told_the_day_before()
    {
        await TellAsync("sync.conflict", "", 4, 4);
        await TellAsync("sync.conflict", "", 10, 10, ago: "25 hours");
        await TellAsync("sync.retry", "", 3, 3);
        await TellAsync("sync.retry", "", 1, 1, ago: "25 hours");
        await TellAsync("sync.queue", "", 1, 9);
        await TellAsync("sync.queue", "", 1, 9, ago: "25 hours");
        using var manager = await App.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync(Planted);

        Assert.Equal("better, 10 the day before", Change(page, "conflicts"));
        Assert.Equal("worse, 1 the day before", Change(page, "retries"));
        Assert.Equal("at most 5,000: same, 5,000 the day before", Change(page, "waiting"));
    }

    static string Buckets(params int[] countsAndPlaces)
    {
        var buckets = new int[65];
        for (var i = 0; i < countsAndPlaces.Length; i += 2)
            buckets[countsAndPlaces[i + 1]] = countsAndPlaces[i];
        return $"'{{{string.Join(',', buckets)}}}'";
    }

    /// <summary>A share of what lies in one bucket.</summary>
    static double Within(int place, double share)
    {
        var lower = Math.Pow(2, (place - 1) / 4.0);
        return lower + ((Math.Pow(2, place / 4.0) - lower) * share);
    }
}
