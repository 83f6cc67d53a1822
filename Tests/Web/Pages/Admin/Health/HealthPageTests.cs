using System.Globalization;
using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Pages.Admin.Health;

namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

/// <summary>What is planted is what the page says, counted here once more.</summary>
public sealed class HealthPageTests(TestPostgres postgres) : OfficeTest(postgres)
{
    const string Page = "/admin/sync-health";

    // The program measures itself, too: a node of the test's own tells the planted from the real.
    const string Planted = Page + "?node=planted";

    [Theory]
    [InlineData(Page)]
    [InlineData(Page + "/series")]
    [InlineData(Page + "/figures.csv")]
    public async Task Staff_are_refused_and_managers_may_read(string address)
    {
        using var staff = await App.SignInAsync();
        using var manager = await App.SignInAsync(UserRole.Manager);
        using var refused = await staff.GetAsync(address);
        using var shown = await manager.GetAsync(address);

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
    }

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
        Assert.Equal("97%", Figure(page, "success"));
        Assert.Equal("3", Figure(page, "errors"));
        Assert.Equal("Not accepted 2 % · Lost connection 1 %", Note(page, "errors"));
        Assert.Equal("4", Figure(page, "conflicts"));
        Assert.Equal("5", Figure(page, "rollbacks"));
        Assert.Equal("6", Figure(page, "retries"));
        Assert.Equal("7", Figure(page, "reconnects"));
        Assert.Equal("8", Figure(page, "failed-swaps"));
        Assert.Equal("90%", Figure(page, "live"));
        Assert.Equal("75%", Figure(page, "cache"));
        Assert.Equal("3", Figure(page, "contradictions"));
        Assert.Equal("2", Figure(page, "connections"));
        Assert.Equal("1 live · 1 every 15 seconds", Note(page, "connections"));
        Assert.Equal("2", Figure(page, "waiting"));
        Assert.Equal("the oldest for 12 minutes", Note(page, "waiting"));
        Assert.Equal("9", Figure(page, "refreshes"));
        Assert.Equal("3 of 100 failed", Note(page, "success"));
        Assert.Equal("2 by direct line", Change(page, "connections"));
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
        Assert.Equal(HealthFigures.All.Count, page.QuerySelectorAll("[data-figure]").Length);
    }

    [Theory]
    [InlineData("24h", 20)]
    [InlineData("7d", 100)]
    [InlineData("30d", 900)]
    public async Task Hours_that_are_rolled_up_count_and_so_do_the_periods(string period, int hours)
    {
        await Database.RunAsync(
            """
            insert into measure_hours
            select date_trunc('hour', now(), 'UTC') - (i || ' hours')::interval, 'sync.conflict', '', 2, 2, 1
            from generate_series(1, 1600) i
            """
        );
        using var manager = await App.SignInAsync(UserRole.Manager);
        var page = await manager.GetPageAsync($"{Page}?period={period}");

        var told = int.Parse(
            Figure(page, "conflicts").Replace(",", "", StringComparison.Ordinal),
            CultureInfo.InvariantCulture
        );
        var expected =
            2
            * Math.Min(
                1600,
                period == "24h" ? 24
                    : period == "7d" ? 168
                    : 720
            );
        Assert.InRange(told, expected - 10, expected + 2);
        Assert.True(told > hours);
        Assert.Contains("same", Change(page, "conflicts"), StringComparison.Ordinal);
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

    [Fact]
    public async Task A_day_in_the_address_shows_that_day_of_the_office_and_no_other()
    {
        await Database.RunAsync(
            """
            insert into measure_minutes values ('2026-01-19 22:59Z', 'sync.conflict', '', 'planted', 1, 1, 1),
              ('2026-01-19 23:00Z', 'sync.conflict', '', 'planted', 4, 4, 1), ('2026-01-20 22:59Z', 'sync.conflict', '', 'planted', 5, 5, 1),
              ('2026-01-20 23:00Z', 'sync.conflict', '', 'planted', 100, 100, 1);
            insert into inconsistencies (id, at, pair, subject, one_name, one_value, other_name, other_value) values
              (gen_random_uuid(), '2026-01-20 12:00Z', 'a', 'b', 'c', '1', 'd', '2'), (gen_random_uuid(), '2026-01-21 12:00Z', 'a', 'b', 'c', '1', 'd', '2');
            insert into job_runs (id, job, node, due_at, started_at, outcome, remark) values
              (gen_random_uuid(), 'that-day', 'n', now(), '2026-01-20 12:00Z', 'Failed', ''), (gen_random_uuid(), 'later', 'n', now(), now(), 'Failed', '')
            """
        );
        await using var app = await OfficeApp.StartAsync(
            Database,
            settings: [("StaffDashboard:TimeZone", "Europe/Berlin")]
        );
        using var manager = await app.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync(Page + "?period=2026-01-20");

        Assert.Equal("9", Figure(page, "conflicts"));
        Assert.Equal("worse, 1 the day before", Change(page, "conflicts"));
        Assert.Equal("1", Figure(page, "contradictions"));
        Assert.Contains(
            "that-day",
            page.QuerySelector("#rest")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "later",
            page.QuerySelector("#rest")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [Page + "?period=2026-01-19", Page + "?period=2026-01-21", Page],
            page.QuerySelectorAll(".banner .buttons a").Select(a => a.GetAttribute("href"))
        );
    }

    [Fact]
    public async Task Each_column_of_the_people_is_what_was_told()
    {
        var sam = await IdOfAsync(UserRole.Staff);
        await Database.RunAsync(
            $"""
            insert into person_minutes (minute, user_id, confirms, confirm_ms, swaps, swap_ms, failures)
            select date_trunc('minute', now()) - i * interval '35 minutes', '{sam}', 2, 100, 4, 80, 1 from generate_series(1, 3) i
            """
        );
        await OpenAsync("live", 2, "now() - interval '12 minutes'");
        using var manager = await App.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync(Page + "?state=live");

        Assert.Equal(
            ["Live", "20 ms", "50 ms", "6", "3", "2 · 12 minutes"],
            page.QuerySelectorAll($"#person-{sam} td").Skip(1).Take(6).Select(Words)
        );
        Assert.Equal(
            ["Everybody 1", "Live 1"],
            page.QuerySelectorAll("form.filters .chip").Select(Words)
        );
        Assert.Contains(
            "1 person",
            Words(page.QuerySelector("#people header")!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Slow_queries_nodes_and_what_has_a_page_of_its_own_are_what_there_is()
    {
        await Database.RunAsync(
            """
            insert into slow_queries (at, node, operation, duration_ms, sql, plan) values
              (now() - interval '1 hour', 'planted', 'GET /quick', 1100, 'select 1', null),
              (now() - interval '2 hours', 'planted', 'GET /slow', 2500, 'select 2', 'Seq Scan'),
              (now() - interval '3 days', 'planted', 'GET /old', 9000, 'select 3', null);
            insert into nodes (id, host, version, started_at, heartbeat_at, lag_ms, connections, memory_bytes, disk_free_ratio)
            values ('planted', 'office-9', '1.2.3', now() - interval '3 days', now() - interval '20 seconds', 6, 31, 104857600, 0.62);
            insert into alarms (id, rule, subject, opened_at, value, threshold, tellings, was_silent)
            values (gen_random_uuid(), 'queue', '', now() - interval '3 days', 30, 10, 1, false);
            insert into daily_reports values ('2026-01-05', now(), '3 saves failed', false, '{}', '', '', '')
            """
        );
        using var manager = await App.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync(Planted);

        Assert.Equal(
            ["2.5 s GET /slow", "1.1 s GET /quick"],
            page.QuerySelectorAll("#slow summary")
                .Select(line =>
                    $"{Words(line.QuerySelector(".num")!)} {Words(line.QuerySelector("code")!)}"
                )
        );
        var node = Words(
            page.QuerySelectorAll("#nodes li")
                .Single(li => li.TextContent.Contains("office-9", StringComparison.Ordinal))
        );
        Assert.Contains("Silent", node, StringComparison.Ordinal);
        Assert.Contains(
            "version 1.2.3 · lag 6 ms · 31 connected · 100 MB · 62 % of the disk free",
            node,
            StringComparison.Ordinal
        );
        var rest = Words(page.QuerySelector(".boards")!);
        Assert.Contains("Changes have waited long", rest, StringComparison.Ordinal);
        Assert.Contains("3 saves failed", rest, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#reports a[href='/admin/reports/2026-01-05']"));
        var alarm = page.QuerySelector("#alarms li a")!.GetAttribute("href")!;
        using var opened = await manager.GetAsync(alarm);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Fact]
    public async Task A_month_of_one_node_comes_from_its_hours()
    {
        await Database.RunAsync(
            """
            insert into measure_node_hours
            select date_trunc('hour', now(), 'UTC') - (i || ' hours')::interval, 'sync.conflict', '', case when i % 2 = 0 then 'planted' else 'another' end, 3, 3, 1
            from generate_series(1, 600) i
            """
        );
        using var manager = await App.SignInAsync(UserRole.Manager);

        Assert.Equal(
            "900",
            Figure(await manager.GetPageAsync(Planted + "&period=30d"), "conflicts")
        );
    }

    [Fact]
    public async Task An_hour_that_got_a_line_late_is_read_by_the_minute()
    {
        await Database.RunAsync(
            """
            insert into measure_hours values (date_trunc('hour', now(), 'UTC') - interval '2 hours', 'sync.conflict', '', 5, 5, 1);
            insert into measure_minutes values
              (date_trunc('hour', now(), 'UTC') - interval '90 minutes', 'sync.conflict', '', 'planted', 7, 7, 1)
            """
        );
        using var manager = await App.SignInAsync(UserRole.Manager);

        Assert.Equal("7", Figure(await manager.GetPageAsync(Page), "conflicts"));
    }

    [Fact]
    public async Task The_chart_and_its_table_say_the_same()
    {
        await TellAsync("sync.conflict", "", 4, 4);
        using var manager = await App.SignInAsync(UserRole.Manager);
        var page = await manager.GetPageAsync(Planted + "&figure=conflicts");
        using var answer = await manager.GetAsync(
            page.QuerySelector("[data-chart]")!.GetAttribute("data-chart")!
        );
        var series = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

        var drawn = series
            .GetProperty("lines")[0]
            .GetProperty("values")
            .EnumerateArray()
            .Where(value => value.ValueKind == JsonValueKind.Number)
            .Select(value => value.GetDouble());
        Assert.Equal([4.0], drawn);
        Assert.Equal(
            ["4"],
            page.QuerySelectorAll("[data-chart] tbody td").Select(cell => cell.TextContent.Trim())
        );
    }

    [Fact]
    public async Task The_address_says_which_people()
    {
        await OpenAsync("live", 0);
        await OpenAsync("offline", 0, role: UserRole.Admin);
        using var manager = await App.SignInAsync(UserRole.Manager);

        Assert.Equal(["Ada Admin", "Sam Staff"], await PeopleAsync(manager, Planted));
        Assert.Equal(["Sam Staff"], await PeopleAsync(manager, Planted + "&state=live"));
        Assert.Equal(["Ada Admin"], await PeopleAsync(manager, Planted + "&q=ada"));
        Assert.Equal(
            ["Ada Admin", "Sam Staff"],
            await PeopleAsync(manager, Planted + "&sort=name")
        );
        Assert.Empty(await PeopleAsync(manager, Page + "?node=another"));
    }

    [Fact]
    public async Task A_page_that_fell_silent_is_offline_and_one_that_said_goodbye_is_away()
    {
        await OpenAsync("live", 0);
        await OpenAsync("closed", 0, role: UserRole.Admin);
        await Database.RunAsync("update browsers set seen_at = now() - interval '5 minutes'");
        using var manager = await App.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync(Page + "?sort=name");

        var states = page.QuerySelectorAll("#people .state").Select(state => state.TextContent);
        Assert.Equal(["Away", "Offline"], states);
    }

    [Fact]
    public async Task The_file_holds_what_is_shown_and_no_formula()
    {
        await TellAsync("sync.conflict", "", 4, 4);
        await OpenAsync("live", 0);
        await Database.RunAsync("update users set name = '=cmd()' where role = 'Staff'");
        using var manager = await App.SignInAsync(UserRole.Manager);
        var page = await manager.GetPageAsync(Planted);

        using var answer = await manager.GetAsync(
            page.QuerySelector("a[href*='figures.csv']")!.GetAttribute("href")!
        );

        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n");
        Assert.Contains(lines, line => line.StartsWith("Conflicts,4,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("'=cmd(),Live,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_has_a_timeline_whose_pages_follow_without_a_gap_or_a_double()
    {
        var sam = await IdOfAsync(UserRole.Staff);
        await Database.RunAsync(
            $"""
            insert into person_events (at, user_id, browser, kind, detail)
            select now() - (i / 3 || ' seconds')::interval, '{sam}', gen_random_uuid(), 'state', 'offline' from generate_series(1, 120) i;
            insert into person_events (at, user_id, browser, kind, detail)
            select now(), id, gen_random_uuid(), 'retry', 'of another' from users where role = 'Admin'
            """
        );
        using var manager = await App.SignInAsync(UserRole.Manager);
        var seen = new List<string>();
        for (var next = $"{Page}/people/{sam}"; next is not null; )
        {
            var page = await manager.GetPageAsync(next);
            seen.AddRange(page.QuerySelectorAll(".timeline li").Select(li => li.Id!));
            next = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(120, seen.Count);
        Assert.Equal(120, seen.Distinct().Count());
    }

    [Fact]
    public async Task What_one_person_told_is_theirs_alone_and_nobody_is_not_found()
    {
        var (sam, ada) = (await IdOfAsync(UserRole.Staff), await IdOfAsync(UserRole.Admin));
        await Database.RunAsync(
            $"""
            insert into person_minutes (minute, user_id, confirms, confirm_ms, conflicts)
            values (date_trunc('minute', now()) - interval '2 minutes', '{sam}', 3, 90, 2),
              (date_trunc('minute', now()) - interval '2 minutes', '{ada}', 5, 50, 9)
            """
        );
        using var manager = await App.SignInAsync(UserRole.Manager);
        using var staff = await App.SignInAsync();

        var page = await manager.GetPageAsync($"{Page}/people/{sam}");
        using var nobody = await manager.GetAsync($"{Page}/people/{Guid.CreateVersion7()}");
        using var refused = await staff.GetAsync($"{Page}/people/{sam}");

        Assert.Equal("2", Figure(page, "conflicts"));
        Assert.Equal("30ms", Figure(page, "confirmed"));
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    Task TellAsync(
        string name,
        string label,
        long count,
        double sum,
        string buckets = "null",
        string ago = "2 minutes"
    ) =>
        Database.RunAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"insert into measure_minutes values (date_trunc('minute', now()) - interval '{ago}', '{name}', '{label}', 'planted', {count}, {sum}, 5000, {buckets})"
            )
        );

    async Task OpenAsync(
        string state,
        int waiting,
        string oldest = "null",
        UserRole role = UserRole.Staff
    )
    {
        var who = state == "polling" ? UserRole.Manager : role;
        await Database.RunAsync(
            $"""
            insert into browsers (id, user_id, node, state, transport, queue_length, queue_oldest, opened_at, seen_at)
            select gen_random_uuid(), id, 'planted', '{state}', 'websockets', {waiting}, {oldest}, now(), now()
            from users where role = '{who}'
            """
        );
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

    static string Figure(IHtmlDocument page, string key) =>
        page.QuerySelector($"[data-figure={key}]")!.TextContent.Trim();

    static string Note(IHtmlDocument page, string key) =>
        page.QuerySelector($"#tile-{key} .note")!.TextContent.Trim();

    static string Change(IHtmlDocument page, string key) =>
        page.QuerySelector($"#tile-{key} .change")?.TextContent.Trim() ?? "";

    static string Words(IElement element) =>
        string.Join(
            ' ',
            element.TextContent.Split(
                (char[])[' ', '\n'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        );

    static async Task<List<string>> PeopleAsync(Visitor visitor, string address) =>
        [
            .. (await visitor.GetPageAsync(address))
                .QuerySelectorAll("#people [data-open]")
                .Select(link => link.TextContent),
        ];
}
