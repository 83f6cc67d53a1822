using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>What waits for its person after the line has come back: nothing is lost, and nothing stands in its way.</summary>
public class DecisionTests(TestPostgres postgres, Chromium chromium)
    : WaitingOffice(postgres, chromium)
{
    const string Pill = "#pill";
    const string Decide = "#to-decide";
    const string Chooser = "form.conflict";

    [Fact]
    public async Task A_conflict_stays_on_every_page_until_it_is_resolved()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await OpenFormAsync(bea, amira);
        line.Cut();
        await ChangeAsync(bea, "#Name", "Amira by Bea");
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(1);
        await TomRenamesAsync(amira);
        line.Mend();

        await Expect(bea.Page.Locator(Pill)).ToHaveTextAsync("1 to decide");
        await Expect(bea.Page.Locator(Pill)).ToHaveClassAsync("pill attention");
        await bea.Page.GotoAsync("/account");
        await bea.Page.ClickAsync(Decide);
        await Expect(bea.Page.Locator(Chooser)).ToContainTextAsync("Amira by Tom");
        await bea.Page.GetByText("Decide later").ClickAsync();
        await Expect(bea.Page.Locator(Chooser)).ToHaveCountAsync(0);
        await Expect(bea.Page.Locator(Pill)).ToHaveTextAsync("1 to decide");
        await bea.Page.ClickAsync(Decide);
        await Expect(bea.Page.Locator(Chooser)).ToBeVisibleAsync();
        await bea.Page.ReloadAsync();
        await Expect(bea.Page.Locator(Chooser)).ToContainTextAsync("Amira by Bea");

        // Another tab decides: this one has nothing to ask any more.
        var second = await bea.Page.Context.NewPageAsync();
        await second.GotoAsync("/team");
        await second.ClickAsync(Decide);
        await second.GetByText("Save my choice").ClickAsync();
        await Expect(second.Locator(Pill)).ToContainTextAsync("Live");
        await Expect(bea.Page.Locator(Chooser)).ToHaveCountAsync(0);
        await Expect(bea.Page.Locator(Shown)).ToHaveTextAsync("Amira by Bea");
        await Expect(bea.Page.Locator(Decide)).ToHaveCountAsync(0);

        Assert.Equal("Amira by Bea", await NameOfAsync(amira));
        // Tom's and hers, each once.
        Assert.Equal(2, await ChangesOfAsync(amira));
        Assert.Empty(bea.Complaints);
    }

    [Fact]
    public async Task What_waits_behind_a_conflict_follows_after_the_decision()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await bea.Page.GotoAsync($"/team/{amira.Id}");
        await bea.IsLiveAsync();
        await bea.Page.ClickAsync("[aria-label='Edit notes']");
        await Expect(bea.Page.Locator("#Notes")).ToBeVisibleAsync();
        await bea.Page.ClickAsync("[aria-label='Edit contact']");
        await Expect(bea.Page.Locator("#Name")).ToBeVisibleAsync();
        line.Cut();
        await ChangeAsync(bea, "#Name", "Amira by Bea");
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(1);
        await ChangeAsync(bea, "#Notes", "Only at night");
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(2);
        await TomRenamesAsync(amira);
        line.Mend();

        await Expect(bea.Page.Locator(Pill)).ToHaveTextAsync("1 to decide · 1 waiting");
        await bea.Page.SetViewportSizeAsync(390, 844);
        Assert.True(
            await bea.Page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth <= window.innerWidth"
            )
        );
        await bea.Page.SetViewportSizeAsync(1280, 860);
        // From the page itself, where the form still is.
        await bea.Page.ClickAsync("#person-contact form .primary");
        await Expect(bea.Page.Locator(Chooser)).ToContainTextAsync("Amira by Tom");
        // And from the pill of any page.
        await bea.Page.GotoAsync("/team");
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(2);
        await bea.Page.ClickAsync(Decide);
        await Expect(bea.Page.Locator(Chooser)).ToContainTextAsync("Amira by Tom");
        await bea.PressAsync("Save my choice");

        await Expect(bea.Page.Locator(Pill)).ToHaveTextAsync("Live");
        await Expect(bea.Page.Locator(Waiting)).ToHaveCountAsync(0);
        Assert.Equal("Amira by Bea", await NameOfAsync(amira));
        Assert.Equal(
            "Only at night",
            await Database.AskAsync<string>($"select notes from employees where id = '{amira.Id}'")
        );
        Assert.Equal(3, await ChangesOfAsync(amira));
        Assert.Empty(bea.Complaints);
    }

    static async Task ChangeAsync(Colleague who, string field, string value)
    {
        await who.Page.FillAsync(field, value);
        await who.Page.Locator($"form:has({field}) .primary").ClickAsync();
    }

    Task TomRenamesAsync(Employee person) =>
        Database.RunAsync($"update employees set name = 'Amira by Tom' where id = '{person.Id}'");
}
