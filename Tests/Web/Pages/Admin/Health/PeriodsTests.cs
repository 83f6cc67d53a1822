using System.Globalization;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

/// <summary>A figure of minutes, of hours that are rolled up, of one node, and of a day in the address.</summary>
public sealed class PeriodsTests(TestPostgres postgres) : HealthOffice(postgres)
{
    [Theory]
    [InlineData("24h", 20)]
    [InlineData("7d", 100)]
    [InlineData("30d", 900)]
    public async Task Hours_that_are_rolled_up_count_and_so_do_the_periods(string period, int hours)
    {
        await Database.RunAsync(
            """
            update measure_rolled set until = date_trunc('hour', now(), 'UTC');
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
    public async Task A_day_in_the_address_shows_that_day_of_the_office_and_no_other()
    {
        await Database.RunAsync(
            """
            insert into measure_minutes values ('2026-01-19 22:59Z', 'sync.conflict', '', 'planted', 1, 1, 1),
              ('2026-01-19 23:00Z', 'sync.conflict', '', 'planted', 4, 4, 1), ('2026-01-20 22:59Z', 'sync.conflict', '', 'planted', 5, 5, 1),
              ('2026-01-20 23:00Z', 'sync.conflict', '', 'planted', 100, 100, 1);
            insert into inconsistencies (id, at, pair, subject, one_name, one_value, other_name, other_value) values
              (gen_random_uuid(), '2026-01-20 12:00Z', 'a', 'b', 'c', '1', 'd', '2'), (gen_random_uuid(), '2026-01-21 12:00Z', 'a', 'b', 'c', '1', 'd', '2');
            insert into job_runs (id, job, ended_at, started_at, outcome, remark) values
              (gen_random_uuid(), 'that-day', now(), '2026-01-20 12:00Z', 'Failed', ''), (gen_random_uuid(), 'later', now(), now(), 'Failed', '')
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
    public async Task A_day_long_ago_whose_midnight_lies_within_an_hour_begins_with_that_hour()
    {
        await Database.RunAsync(
            """
            insert into measure_hours values ('2026-01-19 17:00Z', 'sync.conflict', '', 1, 1, 1), ('2026-01-19 18:00Z', 'sync.conflict', '', 4, 4, 1),
              ('2026-01-20 17:00Z', 'sync.conflict', '', 5, 5, 1), ('2026-01-20 18:00Z', 'sync.conflict', '', 100, 100, 1)
            """
        );
        await using var app = await OfficeApp.StartAsync(
            Database,
            settings: [("StaffDashboard:TimeZone", "Asia/Kolkata")]
        );
        using var manager = await app.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync(Page + "?period=2026-01-20&figure=conflicts");

        Assert.Equal("9", Figure(page, "conflicts"));
        Assert.Equal("worse, 1 the day before", Change(page, "conflicts"));
        Assert.Equal(
            ["5", "4"],
            page.QuerySelectorAll("[data-chart] tbody td")
                .Select(cell => cell.TextContent.Trim())
                .Where(text => text != "0")
        );
        Assert.Contains(
            "this day starts 30 minutes early",
            string.Concat(page.QuerySelectorAll(".banner").Select(banner => banner.TextContent)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_day_that_no_calendar_has_room_for_is_no_day()
    {
        using var manager = await App.SignInAsync(UserRole.Manager);

        var page = await manager.GetPageAsync(Page + "?period=9999-12-31");

        Assert.Equal("24 hours", page.QuerySelector(".chips [aria-current=true]")!.TextContent);
    }
}
