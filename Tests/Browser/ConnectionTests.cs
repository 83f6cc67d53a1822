using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>What the pill says of the line, over each thing that a line can do.</summary>
public class ConnectionTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    const int Long = 45_000;
    const string Waiting = "[data-queue-panel] li";

    [Fact]
    public async Task A_cut_is_offline_after_a_while_and_every_section_says_how_old_it_is()
    {
        await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await tom.IsLiveAsync();
        await SaysOnSectionAsync(tom, "Updated just now");

        line.Cut();
        await SaysAsync(tom, "Connecting");
        await SaysAsync(tom, "Offline · data");
        await SaysOnSectionAsync(tom, "As it was at");
        line.Mend();

        await SaysAsync(tom, "Live");
        await SaysOnSectionAsync(tom, "Updated");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_pill_and_the_banner_of_a_kept_page_say_the_same(bool isCut)
    {
        await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await tom.Page.EvaluateAsync("navigator.serviceWorker.ready.then(() => true)");
        await tom.Page.ReloadAsync();
        await tom.IsLiveAsync();
        // At every change of either.
        await tom.Page.AddInitScriptAsync(
            """
            window.quarrels = [];
            const look = () => {
              const word = document.querySelector("#pill")?.textContent.trim() ?? "";
              if (document.querySelector(".kept-banner") && word && !word.startsWith("Offline")) window.quarrels.push(word);
            };
            addEventListener("DOMContentLoaded", () => setTimeout(() =>
              new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true })));
            """
        );

        await CutAsync();
        await tom.Page.ReloadAsync();
        await Expect(tom.Page.Locator(".kept-banner")).ToContainTextAsync("Offline");
        await SaysAsync(tom, "Offline");
        await MendAsync();
        await SaysAsync(tom, "Live");

        await Expect(tom.Page.Locator(".kept-banner")).ToHaveCountAsync(0);
        Assert.Empty(await tom.Page.EvaluateAsync<string[]>("window.quarrels"));

        async Task CutAsync()
        {
            if (isCut)
                line.Cut();
            else
                await tom.Page.Context.SetOfflineAsync(true);
        }

        async Task MendAsync()
        {
            line.Mend();
            await tom.Page.Context.SetOfflineAsync(false);
        }
    }

    [Fact]
    public async Task A_line_that_swallows_everything_is_found_out()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await tom.IsLiveAsync();

        line.BlackHole();
        await LookAsync(tom);
        await SaysAsync(tom, "Offline");
        await RenameAsync(amira.Id, "Amira meanwhile");
        line.Mend();
        await LookAsync(tom);

        await SaysAsync(tom, "Live");
        await ShowsAsync(tom, amira.Id, "Amira meanwhile");
    }

    [Fact]
    public async Task A_slow_line_is_called_slow()
    {
        await using var line = new Line(App.Address);
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await tom.IsLiveAsync();

        line.Delay(TimeSpan.FromMilliseconds(700));
        for (var i = 0; i < 9; i++)
            await LookAsync(tom);

        await SaysAsync(tom, "Slow line");
    }

    [Fact]
    public async Task Without_sockets_the_next_best_way_is_taken_and_the_best_one_again_when_it_can_be_had()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        line.Refuse("upgrade: websocket");
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await tom.IsLiveAsync();
        await PanelSaysAsync(tom, "transport", "Direct, one way");
        Assert.Equal("ServerSentEvents", Transport());
        await RenameAsync(amira.Id, "Amira one way");
        await ShowsAsync(tom, amira.Id, "Amira one way");

        line.Mend();
        await LookAsync(tom);

        await PanelSaysAsync(tom, "transport", "Direct");
        await RenameAsync(amira.Id, "Amira by socket");
        await ShowsAsync(tom, amira.Id, "Amira by socket");
    }

    [Fact]
    public async Task Waiting_requests_do_when_nothing_may_stream()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        line.Refuse("upgrade: websocket", "text/event-stream");
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await tom.IsLiveAsync();

        await PanelSaysAsync(tom, "transport", "By waiting requests");
        await RenameAsync(amira.Id, "Amira, waited for");
        await ShowsAsync(tom, amira.Id, "Amira, waited for");
    }

    [Fact]
    public async Task Without_any_line_the_sections_are_asked_for_by_the_clock()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        line.Refuse("upgrade: websocket", "/live?id=");
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await SaysAsync(tom, "Every 15 seconds");

        await RenameAsync(amira.Id, "Amira by the clock");

        await ShowsAsync(tom, amira.Id, "Amira by the clock");
        await SaysAsync(tom, "Every 15 seconds");
    }

    [Fact]
    public async Task Refresh_now_says_whether_it_worked()
    {
        await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await tom.IsLiveAsync();

        await tom.Page.ClickAsync("#pill");
        await tom.PressAsync("Refresh now");
        await Expect(tom.Page.Locator("#toasts")).ToContainTextAsync("Dashboard updated");
        line.Cut();
        await tom.PressAsync("Refresh now");
        await Expect(tom.Page.Locator("#toasts .bad")).ToContainTextAsync("could not be updated");
        line.Mend();
        await tom.PressAsync("Try again");

        await Expect(tom.Page.Locator("#toasts"))
            .ToContainTextAsync("Dashboard updated", new() { Timeout = Long });
    }

    [Fact]
    public async Task The_panel_opens_and_closes_by_keyboard()
    {
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.IsLiveAsync();
        var panel = tom.Page.Locator("#pill-panel");

        await tom.Page.FocusAsync("#pill");
        await tom.Page.Keyboard.PressAsync("Enter");
        await Expect(panel).ToBeVisibleAsync();
        await Expect(panel).ToContainTextAsync("ms");
        await tom.Page.Keyboard.PressAsync("Escape");

        await Expect(panel).ToBeHiddenAsync();
        await Expect(tom.Page.Locator("#pill")).ToBeFocusedAsync();
        Assert.Empty(tom.Complaints);
    }

    [Fact]
    public async Task After_a_deployment_an_open_page_offers_to_load_again_and_keeps_what_is_typed()
    {
        var tom = await ColleagueAsync(UserRole.Manager);
        await tom.Page.Clock.InstallAsync();
        await tom.Page.GotoAsync("/team/new");
        await tom.IsLiveAsync();
        await tom.Page.FillAsync("[name=Name]", "Half a name");

        await DeployAsync();
        await LookAsync(tom);
        await tom.IsLiveAsync();
        await tom.Page.Clock.FastForwardAsync(25_000);

        await SaysAsync(tom, "New version");
        await Expect(tom.Page.Locator("#line-banner")).ToContainTextAsync("Load again");
        await Expect(tom.Page.Locator("[name=Name]")).ToHaveValueAsync("Half a name");
    }

    [Fact]
    public async Task What_waits_is_kept_when_a_newer_version_is_loaded_and_sent_once()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await bea.Page.Clock.InstallAsync();
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        // Everything comes through but what saves.
        line.Refuse("idempotency-key:");
        await bea.Page.ClickAsync("[form=always-needed][name=AlwaysNeeded]");
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(1);

        await DeployAsync();
        await LookAsync(bea);
        await bea.Page.Clock.FastForwardAsync(25_000);
        await SaysAsync(bea, "New version");
        await bea.PressAsync("Load again");
        await bea.IsLiveAsync();
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(1);
        Assert.Equal(0, await ChangesAsync(amira.Id));
        line.Mend();
        await LookAsync(bea);

        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(0, new() { Timeout = Long });
        Assert.Equal(1, await ChangesAsync(amira.Id));
        Assert.True(
            await Database.AskAsync<bool>(
                $"select always_needed from employees where id = '{amira.Id}'"
            )
        );
    }

    [Fact]
    public async Task After_ten_minutes_of_sleep_everything_is_looked_at_again()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await tom.Page.Clock.InstallAsync();
        await tom.Page.GotoAsync("/team");
        await tom.IsLiveAsync();

        line.BlackHole();
        await RenameAsync(amira.Id, "Amira while I slept");
        line.Mend();
        await tom.Page.Clock.FastForwardAsync(600_000);

        await ShowsAsync(tom, amira.Id, "Amira while I slept");
        await SaysAsync(tom, "Live");
    }

    [Fact]
    public async Task A_clock_that_is_a_day_off_counts_the_same()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.Page.Clock.InstallAsync(
            new() { TimeDate = App.Clock.GetUtcNow().UtcDateTime.AddDays(-1) }
        );
        await tom.Page.GotoAsync("/team");
        await tom.IsLiveAsync();
        await tom.Page.EvaluateAsync(
            "document.addEventListener('sync:event', ({ detail }) => { if (detail.kind === 'seen') window.seen = detail.ms; })"
        );
        await tom.ComesTrueAsync(
            "async () => (await import('/js/connection.js')).connection.clockOffset > 80_000_000"
        );

        await RenameAsync(amira.Id, "Amira in time");
        await ShowsAsync(tom, amira.Id, "Amira in time");
        await tom.ComesTrueAsync("window.seen !== undefined");

        Assert.InRange(await tom.Page.EvaluateAsync<double>("window.seen"), 0, 20_000);
        await SaysOnSectionAsync(tom, "Updated");
    }

    async Task DeployAsync()
    {
        var port = App.Address.Port;
        await App.DisposeAsync();
        var newer = new Node { Version = "29990101000000-newer" };
        App = await OfficeApp.StartAsync(
            Database,
            port,
            services => services.Replace(ServiceDescriptor.Singleton(newer))
        );
    }

    Task<long> ChangesAsync(Guid id) =>
        Database.AskAsync<long>(
            $"select count(*) from audit_log where person_id = '{id}' and action = 'update'"
        );

    string Transport() =>
        Assert.Single(App.Services.GetRequiredService<LiveConnections>().All).Transport;

    Task RenameAsync(Guid id, string name) =>
        Database.RunAsync($"update employees set name = '{name}' where id = '{id}'");

    // Somebody comes back to the window.
    static async Task LookAsync(Colleague colleague) =>
        await colleague.Page.EvaluateAsync("window.dispatchEvent(new Event('focus'))");

    static Task SaysAsync(Colleague colleague, string words) =>
        Expect(colleague.Page.Locator("#pill")).ToContainTextAsync(words, new() { Timeout = Long });

    static Task SaysOnSectionAsync(Colleague colleague, string words) =>
        Expect(colleague.Page.Locator("#team-list"))
            .ToHaveAttributeAsync(
                "data-fresh",
                new System.Text.RegularExpressions.Regex(words),
                new() { Timeout = Long }
            );

    static Task ShowsAsync(Colleague colleague, Guid id, string name) =>
        Expect(colleague.Page.Locator($"[data-row='{id}']"))
            .ToContainTextAsync(name, new() { Timeout = Long });

    static async Task PanelSaysAsync(Colleague colleague, string what, string words)
    {
        if (!await colleague.Page.IsVisibleAsync("#pill-panel"))
            await colleague.Page.ClickAsync("#pill");
        await Expect(colleague.Page.Locator($"[data-says={what}]"))
            .ToHaveTextAsync(words, new() { Timeout = Long });
    }
}
