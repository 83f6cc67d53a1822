using System.Net;
using System.Text.Json;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

/// <summary>Who may read it, and what stands below the figures: chart, file, slow queries, nodes and what has a page of its own.</summary>
public sealed class HealthPageTests(TestPostgres postgres) : HealthOffice(postgres)
{
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
}
