using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>What the pill says of the line, over each thing that a line can do.</summary>
public class ConnectionTests(TestPostgres postgres, Chromium chromium)
    : LineWatch(postgres, chromium)
{
    [Fact]
    public async Task A_cut_is_offline_after_a_while_and_every_section_says_how_old_it_is()
    {
        await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await tom.IsLiveAsync();
        await SaysOnSectionAsync(tom, "Checked");

        line.Cut();
        await SaysAsync(tom, "Offline · data");
        await SaysOnSectionAsync(tom, "As it was at");
        line.Mend();

        await SaysAsync(tom, "Live");
        await SaysOnSectionAsync(tom, "Checked");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_pill_and_the_banner_of_a_kept_page_say_the_same(bool isCut)
    {
        await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
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

        await Eventually.TrueAsync(() =>
            tom.Page.EvaluateAsync<bool>(
                "caches.match('/team', { ignoreVary: true }).then(Boolean)"
            )
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
    public async Task Refresh_now_says_whether_it_worked()
    {
        await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await tom.IsLiveAsync();

        await tom.Page.ClickAsync("#pill");
        await tom.PressAsync("Refresh now");
        await Expect(tom.Page.Locator("#toasts")).ToContainTextAsync("Dashboard updated");
        await tom.PressAsync("Dismiss");
        await Expect(tom.Page.Locator("#toasts .toast")).ToHaveCountAsync(0);
        await tom.Page.ClickAsync("#pill");
        line.Cut();
        await tom.PressAsync("Refresh now");
        await Expect(tom.Page.Locator("#toasts .bad")).ToContainTextAsync("could not be updated");
        line.Mend();
        await tom.PressAsync("Try again");

        await Expect(tom.Page.Locator("#toasts"))
            .ToContainTextAsync("Dashboard updated", new() { Timeout = Patience });
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
}
