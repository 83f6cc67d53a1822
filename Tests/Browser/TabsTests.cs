using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Live;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>Two windows of one person are one connection.</summary>
public class TabsTests(TestPostgres postgres, Chromium chromium) : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task Two_tabs_hold_one_line_and_the_other_takes_over_when_one_closes()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.IsLiveAsync();
        var second = await tom.Page.Context.NewPageAsync();
        await second.GotoAsync($"/team/{amira.Id}");
        await SaysAsync(second, "Live");
        Assert.Single(App.Services.GetRequiredService<LiveConnections>().All);

        await RenameAsync(amira.Id, "Amira in both");
        await Expect(tom.Page.Locator($"[data-row='{amira.Id}']"))
            .ToContainTextAsync("Amira in both");
        await Expect(second.Locator("h1")).ToContainTextAsync("Amira in both");

        await tom.Page.CloseAsync();
        await RenameAsync(amira.Id, "Amira in the second");
        await Expect(second.Locator("h1")).ToContainTextAsync("Amira in the second");
        await SaysAsync(second, "Live");
        await Eventually.EqualAsync(
            1,
            () => Task.FromResult(App.Services.GetRequiredService<LiveConnections>().All.Count)
        );
    }

    [Fact]
    public async Task A_tab_opened_from_an_older_page_is_told_what_it_missed()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.IsLiveAsync();
        var second = await tom.Page.Context.NewPageAsync();
        // Its scripts come late: in between somebody changes what it shows.
        var held = new TaskCompletionSource();
        await second.RouteAsync(
            "**/js/app*.js",
            async route =>
            {
                await held.Task.WaitAsync(TimeSpan.FromMinutes(2));
                await route.ContinueAsync();
            }
        );
        await second.GotoAsync($"/team/{amira.Id}", new() { WaitUntil = WaitUntilState.Commit });
        await Expect(second.Locator("h1")).ToContainTextAsync("Amira Yilmaz");
        await RenameAsync(amira.Id, "Amira in between");
        held.SetResult();

        await Expect(second.Locator("h1")).ToContainTextAsync("Amira in between");
    }

    [Fact]
    public async Task Who_waits_for_a_changed_fragment_swaps_what_is_pushed_and_does_not_ask()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.Page.AddInitScriptAsync("Math.random = () => 0.5");
        await tom.Page.GotoAsync($"/team/{amira.Id}");
        await tom.IsLiveAsync();
        var asked = 0;
        tom.Page.Request += (_, request) =>
            asked += request.Url.Contains("part=contact", StringComparison.Ordinal) ? 1 : 0;
        // Another tab's words, as the tab that holds the line passes them on.
        await tom.Page.EvaluateAsync(
            """
            (id) => {
              const person = document.querySelector('meta[name="person"]').content;
              const line = new BroadcastChannel(`tabs ${person}`);
              const say = (kind, data) => line.postMessage({ kind, data });
              const told = { topics: [`person:${id}`], by: "Bea", origin: null, node: "n", at: Date.now() };
              const html = (text) => {
                const section = document.querySelector("section[hx-get*='part=contact']").cloneNode(true);
                section.querySelector("h2").textContent = text;
                return section.outerHTML;
              };
              say("changed", { ...told, state: 7, spread: 60_000 });
              setTimeout(() => {
                say("fragment", { html: html("Too old"), tag: "a", node: "n", state: 6 });
                say("fragment", { html: html("Of another node"), tag: "b", node: "m", state: 9 });
                say("fragment", { html: html("Pushed"), tag: "c", node: "n", state: 7 });
              }, 200);
            }
            """,
            amira.Id.ToString()
        );

        var heading = tom.Page.Locator("section[hx-get*='part=contact'] h2");
        await Expect(heading).ToHaveTextAsync("Pushed");
        Assert.Equal(0, asked);
        Assert.Empty(tom.Complaints);
    }

    [Fact]
    public async Task A_duplicated_tab_takes_a_name_of_its_own()
    {
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.IsLiveAsync();
        const string id = "sessionStorage.getItem('tab')";
        var first = await tom.Page.EvaluateAsync<string>(id);
        var copy = await tom.Page.Context.NewPageAsync();
        await copy.AddInitScriptAsync(
            $"if (!sessionStorage.getItem('tab')) sessionStorage.setItem('tab', '{first}')"
        );
        await copy.GotoAsync("/team");

        await Eventually.TrueAsync(() => copy.EvaluateAsync<bool>($"{id} !== '{first}'"));
        Assert.Equal(first, await tom.Page.EvaluateAsync<string>(id));
        var second = await copy.EvaluateAsync<string>(id);
        await copy.ReloadAsync();
        await SaysAsync(copy, "Live");
        Assert.Equal(second, await copy.EvaluateAsync<string>(id));
    }

    Task RenameAsync(Guid id, string name) =>
        Database.RunAsync($"update employees set name = '{name}' where id = '{id}'");

    static Task SaysAsync(IPage page, string words) =>
        Expect(page.Locator("#pill")).ToContainTextAsync(words);
}
