using Microsoft.Playwright;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class PresenceTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    static LocatorAssertionsToHaveCountOptions Soon => new() { Timeout = 30_000 };

    [Fact]
    public async Task Two_who_look_at_the_same_person_see_each_other_until_one_leaves()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await using var other = await OfficeApp.StartAsync(Database);
        var bea = await ColleagueAsync(UserRole.Manager);
        var tom = await ColleagueAsync(UserRole.Staff, at: other.Address);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await tom.Page.GotoAsync($"/team/{amira.Id}/history");

        await Expect(bea.Page.Locator("#here .people .face")).ToHaveCountAsync(1, Soon);
        await Expect(tom.Page.Locator("#here .people .face")).ToHaveCountAsync(1, Soon);

        await tom.Page.GotoAsync("/team");
        await Expect(bea.Page.Locator("#here .people")).ToHaveCountAsync(0, Soon);
        await bea.Page.Locator("#here summary").ClickAsync();
        await Expect(bea.Page.GetByLabel("Elsewhere in the program").Locator("li"))
            .ToHaveCountAsync(1, Soon);
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task Whoever_closes_the_browser_is_gone_within_seconds()
    {
        var bea = await ColleagueAsync(UserRole.Manager);
        var tom = await ColleagueAsync(UserRole.Staff);
        await Expect(bea.Page.Locator("#here .people .face")).ToHaveCountAsync(1, Soon);

        await tom.Page.Context.CloseAsync();

        await Expect(bea.Page.Locator("#here .people")).ToHaveCountAsync(0, Soon);
    }

    [Fact]
    public async Task Without_a_line_nobody_is_said_to_be_here()
    {
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        var tom = await ColleagueAsync(UserRole.Staff);
        await Expect(bea.Page.Locator("#here .people.wide-only")).ToBeVisibleAsync();
        await tom.IsLiveAsync();

        line.Cut();
        await Expect(bea.Page.Locator("#here")).ToBeHiddenAsync();

        line.Mend();
        await Expect(bea.Page.Locator("#here .people.wide-only"))
            .ToBeVisibleAsync(new() { Timeout = 45_000 });
    }
}
