using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>What waits is one person's own.</summary>
public class QueueOwnerTests(TestPostgres postgres, Chromium chromium)
    : WaitingOffice(postgres, chromium)
{
    [Fact]
    public async Task Signing_out_warns_of_what_waits_and_leaves_nothing()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await OpenFormAsync(bea, amira);
        line.Cut();
        await bea.Page.FillAsync("#Name", "Amira unsent");
        await bea.PressAsync("Save changes");
        await Expect(bea.Page.Locator(Shown)).ToHaveAttributeAsync("data-pending", "waits");
        // A refused change waits for its person, with or without a line.
        await Database.RunAsync(
            $"update employees set name = 'Amira by Tom' where id = '{amira.Id}'"
        );
        line.Mend();
        await ShowPanelAsync(bea);
        await Expect(bea.Page.Locator(Waiting)).ToContainTextAsync("Somebody");

        await bea.Page.ClickAsync(".person-button");
        await bea.PressAsync("Sign out");
        await Expect(bea.Page.Locator("dialog[open] h2"))
            .ToHaveTextAsync("1 change is not decided yet");
        await bea.PressAsync("Stay signed in");
        await bea.Page.ClickAsync(".person-button");
        await bea.PressAsync("Sign out");
        await bea.PressAsync("Sign out and lose it");
        await Expect(bea.Page)
            .ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/sign-in"));

        await bea.SignInAsync(TestUsers.EmailOf(UserRole.Manager), TestUsers.Password);
        await ShowPanelAsync(bea);
        await Expect(bea.Page.Locator("[data-queue-panel]"))
            .ToHaveTextAsync("Nothing waits to be sent.");
    }

    [Fact]
    public async Task Whoever_comes_next_neither_sees_nor_sends_what_waits()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        await using var line = new Line(App.Address);
        var bea = await ColleagueAsync(UserRole.Manager, at: line.Address);
        await OpenFormAsync(bea, amira);
        line.Cut();
        await bea.Page.FillAsync("#Name", "Amira of Bea");
        await bea.PressAsync("Save changes");
        await Expect(bea.Page.Locator(Shown)).ToHaveAttributeAsync("data-pending", "waits");
        // Her session ends elsewhere, and Tom sits down at her browser.
        await bea.Page.Context.ClearCookiesAsync(new() { Name = "staffdashboard" });
        line.Mend();
        await bea.SignInAsync(TestUsers.EmailOf(UserRole.Staff), TestUsers.Password);
        await ShowPanelAsync(bea);

        await bea.IsLiveAsync();
        await Expect(bea.Page.Locator("[data-queue-panel]"))
            .ToHaveTextAsync("Nothing waits to be sent.");
        Assert.Equal("Amira Yilmaz", await NameOfAsync(amira));

        await bea.Page.Context.ClearCookiesAsync(new() { Name = "staffdashboard" });
        await bea.SignInAsync(TestUsers.EmailOf(UserRole.Manager), TestUsers.Password);
        await Eventually.TrueAsync(async () => await NameOfAsync(amira) == "Amira of Bea");
    }
}
