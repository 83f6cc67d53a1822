using Microsoft.Playwright;
using Npgsql;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>The health page and the debug panel, as an Admin has them before their eyes.</summary>
public class HealthTests(TestPostgres postgres, Chromium chromium) : OfficeHours(postgres, chromium)
{
    const string Page = "/admin/sync-health";

    [Fact]
    public async Task The_chart_is_drawn_read_by_key_and_stands_behind_as_a_table()
    {
        await Database.RunAsync(
            """
            insert into measure_minutes
            select date_trunc('minute', now()) - (i || ' minutes')::interval, 'sync.conflict', '', 'planted', 4, 4, 1
            from generate_series(0, 180) i
            """
        );
        var ada = await ColleagueAsync(UserRole.Admin);
        await ada.Page.GotoAsync(Page + "?figure=conflicts");

        var chart = ada.Page.Locator("[data-chart]");
        await Expect(chart.Locator("canvas")).ToBeVisibleAsync();
        await chart.Locator(".u-over").FocusAsync();
        await ada.Page.Keyboard.PressAsync("End");
        await ada.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(chart.Locator(".readout")).ToContainTextAsync("Conflicts 40");
        await chart.Locator("summary").ClickAsync();
        await Expect(chart.Locator("tbody tr").Nth(1)).ToContainTextAsync("40");
        Assert.Empty(ada.Complaints);
    }

    [Fact]
    public async Task When_the_line_is_cut_nothing_is_passed_off_as_known()
    {
        await using var line = new Line(App.Address);
        var ada = await ColleagueAsync(UserRole.Admin, at: line.Address);
        await ada.Page.GotoAsync(Page);
        await ada.IsLiveAsync();
        var health = ada.Page.Locator("#health");
        await Expect(health).Not.ToHaveAttributeAsync("data-unknown", "");

        line.Cut();
        await Expect(health).ToHaveAttributeAsync("data-unknown", "");
        await Expect(ada.Page.Locator("#tile-seen")).ToContainTextAsync("Unknown");
        await Expect(ada.Page.Locator("#tile-seen .known")).ToBeHiddenAsync();

        line.Mend();
        await Expect(health).Not.ToHaveAttributeAsync("data-unknown", "");
    }

    [Fact]
    public async Task When_the_database_is_lost_every_tile_is_unknown_until_it_is_back()
    {
        var far = new NpgsqlConnectionStringBuilder(Database.AppConnectionString);
        await using var line = new Line(new Uri($"tcp://{far.Host}:{far.Port}"));
        far.Port = line.Address.Port;
        await using var node = await OfficeApp.StartAsync(
            Database,
            settings: ("ConnectionStrings:StaffDashboard", far.ToString())
        );
        var ada = await ColleagueAsync(UserRole.Admin, at: node.Address);
        await ada.Page.GotoAsync(Page);
        await ada.IsLiveAsync();
        var (health, tiles) = (ada.Page.Locator("#health"), ada.Page.Locator("#health .tile"));
        await ada.Page.ClickAsync("#more-figures > summary");
        await Expect(health).Not.ToHaveAttributeAsync("data-unknown", "");

        foreach (var lose in (Action[])[line.Cut, line.BlackHole])
        {
            lose();
            await Expect(health).ToHaveAttributeAsync("data-unknown", "");
            var count = await tiles.CountAsync();
            Assert.NotEqual(0, count);
            await Expect(tiles.Locator("b.unknown:visible")).ToHaveCountAsync(count);
            await Expect(tiles.Locator(".known:visible")).ToHaveCountAsync(0);

            line.Mend();
            await Expect(health).Not.ToHaveAttributeAsync("data-unknown", "");
            await Expect(tiles.Locator(".known:visible")).ToHaveCountAsync(count);
        }
    }

    [Fact]
    public async Task The_debug_panel_finds_what_is_not_as_fresh()
    {
        await HireAsync("Amira Yilmaz");
        var ada = await ColleagueAsync(UserRole.Admin);
        await ada.IsLiveAsync();
        await ada.Page.Keyboard.PressAsync("Shift+D");
        var panel = ada.Page.Locator("#debug");
        await Expect(panel).ToContainTextAsync("team list");

        await ada.PressAsync("Compare with a fresh page");
        await Expect(panel).ToContainTextAsync("all as fresh");
        await ada.Page.EvaluateAsync(
            "document.querySelector('[data-open]').textContent = 'Somebody else'"
        );
        await ada.PressAsync("Compare with a fresh page");
        await Expect(panel).ToContainTextAsync("1 differ");
        await Expect(ada.Page.Locator(".differs")).ToHaveTextAsync("Somebody else");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToBeHiddenAsync();
        Assert.Empty(ada.Complaints);
    }

    [Fact]
    public async Task Only_an_Admin_has_the_debug_panel()
    {
        var mia = await ColleagueAsync(UserRole.Manager);
        await mia.IsLiveAsync();
        await mia.Page.Keyboard.PressAsync("Shift+D");

        await Expect(mia.Page.Locator("[data-debug]")).ToHaveCountAsync(0);
        await Expect(mia.Page.Locator("#debug")).ToHaveCountAsync(0);
    }
}
