using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class OptimisticTests(TestPostgres postgres, Chromium chromium)
    : PendingOffice(postgres, chromium)
{
    const string Needed = "[data-shown=always-needed]";
    const string Skills = "[data-shown=skills]";

    [Fact]
    public async Task Several_changes_show_at_once_and_are_confirmed_in_their_order()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();

        // All in one breath: no answer can have come in between.
        var shown = await bea.Page.EvaluateAsync<string>(
            """
            () => {
              const press = (words) => [...document.querySelectorAll("button")].find((b) => b.textContent.includes(words)).click();
              const add = (skill) => {
                document.querySelector("[form=skill-add][placeholder]").value = skill;
                press("Add");
              };
              press("Set to yes");
              add("bar");
              add("cocktails");
              press("Remove bar");
              press("Set to no");
              press("Set to yes");
              const [needed, skills] = ["always-needed", "skills"].map((name) => document.querySelector(`[data-shown=${name}]`));
              return `${needed.querySelector("span").textContent} ${needed.dataset.pending !== undefined} ${[...skills.querySelectorAll(".tag > [data-item]")].map((t) => t.textContent)}`;
            }
            """
        );

        Assert.Equal("Yes true cocktails", shown);
        await Expect(bea.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
        await Expect(bea.Page.Locator(Skills + " .tag > [data-item]"))
            .ToHaveTextAsync(["cocktails"]);
        await Expect(bea.Page.Locator(Needed)).ToContainTextAsync("Set to no");
        Assert.Equal(
            "cocktails true",
            await Database.AskAsync<string>(
                $"select array_to_string(skills, ',') || ' ' || always_needed from employees where id = '{amira.Id}'"
            )
        );
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task A_refused_change_is_taken_back_with_a_word_on_why()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        await Database.RunAsync("update users set role = 'Staff' where email like 'manager%'");

        await bea.Page.EvaluateAsync(
            "document.querySelector('[form=always-needed][name=AlwaysNeeded]').click()"
        );

        await Expect(bea.Page.Locator(".toast.bad")).ToBeVisibleAsync();
        await Expect(bea.Page.Locator(Needed)).ToContainTextAsync("Set to yes");
        await Expect(bea.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_waits_stays_shown_over_news_and_over_a_reload_until_it_is_sent()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await OpenAsync(bea, amira);
        await OpenAsync(bea, amira);

        line.Cut();
        await bea.Page.ClickAsync("[form=always-needed][name=AlwaysNeeded]");
        await Expect(bea.Page.Locator(Needed)).ToHaveAttributeAsync("data-pending", "waits");
        await bea.Page.ReloadAsync();
        await Expect(bea.Page.Locator(".kept-banner"))
            .ToContainTextAsync("Offline – showing data from");
        await Expect(bea.Page.Locator(Needed)).ToHaveAttributeAsync("data-pending", "waits");
        await Expect(bea.Page.Locator(Needed)).ToContainTextAsync("Yes");
        line.Mend();

        await Expect(bea.Page.Locator(Needed)).Not.ToHaveAttributeAsync("data-pending", "waits");
        await Expect(bea.Page.Locator(Needed)).ToContainTextAsync("Set to no");
        await Expect(bea.Page.Locator(".kept-banner")).ToHaveCountAsync(0);
        Assert.True(
            await Database.AskAsync<bool>(
                $"select always_needed from employees where id = '{amira.Id}'"
            )
        );
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task What_is_done_to_many_shows_on_their_rows_at_once()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var ben = await HireAsync("Ben Adler");
        var bea = await ColleagueAsync(UserRole.Manager);
        var tom = await ColleagueAsync(UserRole.Staff);
        await bea.IsLiveAsync();
        await tom.IsLiveAsync();
        await bea.Page.ReloadAsync();
        await bea.IsLiveAsync();
        var held = await HoldAsync(bea);
        var skills = bea.Page.Locator($"[data-row='{amira.Id}'] [data-shown=skills]");

        await PickAsync(bea, amira, ben);
        await bea.Page.ClickAsync("#bulk summary:has-text('Skill')");
        await bea.Page.FillAsync("#bulk [name=Skill]", "bar");
        await bea.PressAsync("Add skill");
        await Expect(skills).ToHaveTextAsync("bar");
        await Expect(skills).ToHaveAttributeAsync("data-pending", "");
        await bea.Page.FillAsync("#bulk [name=Skill]", "vip");
        await bea.PressAsync("Add skill");
        await Expect(skills.Locator(".tag")).ToHaveTextAsync(["bar", "vip"]);
        held.SetResult();

        await Expect(tom.Page.Locator($"[data-row='{ben.Id}'] [data-shown=skills] .tag"))
            .ToHaveTextAsync(["bar", "vip"]);
        await Expect(bea.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
        await Expect(skills.Locator(".tag")).ToHaveTextAsync(["bar", "vip"]);
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task What_may_not_be_done_to_many_is_taken_back_from_their_rows()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var bea = await ColleagueAsync(UserRole.Manager);
        await bea.Page.ReloadAsync();
        await bea.IsLiveAsync();
        var held = await HoldAsync(bea);
        var state = bea.Page.Locator($"[data-row='{amira.Id}'] [data-shown=state]");

        await PickAsync(bea, amira);
        await bea.PressAsync("Archive");
        await Expect(state).ToHaveTextAsync("Archived");
        await Database.RunAsync("update users set role = 'Staff' where email like 'manager%'");
        held.SetResult();

        await Expect(bea.Page.Locator(".toast.bad")).ToBeVisibleAsync();
        await Expect(bea.Page.Locator("[data-pending]")).ToHaveCountAsync(0);
        await Expect(state).ToHaveTextAsync("New");
    }

    static async Task PickAsync(Colleague who, params Employee[] people)
    {
        foreach (var person in people)
            await who.Page.CheckAsync($"[data-row='{person.Id}'] [data-pick]");
    }
}
