using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class NoScriptTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task A_day_at_the_office_without_script()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await HireAsync("Ben Okafor");
        var look = Desk();
        look.JavaScriptEnabled = false;
        var mia = await ColleagueAsync(UserRole.Manager, look);

        await mia.Page.FillAsync("[name=q]", "yilmaz");
        await mia.PressAsync("Search");
        await Expect(mia.Page.Locator("[data-open]")).ToHaveTextAsync(["Amira Yilmaz"]);
        await mia.Page.ClickAsync("[data-open]");

        await mia.Page.GetByLabel("Edit contact").ClickAsync();
        await mia.Page.FillAsync("#Email", "amira@example.org");
        await mia.PressAsync("Save changes");
        await mia.Page.WaitForURLAsync($"**/team/{amira.Id}");
        await Expect(mia.Page.Locator("[data-part=Email]")).ToHaveTextAsync("amira@example.org");

        await mia.Page.GotoAsync("/team/new");
        await mia.Page.FillAsync("#Name", "Cleo Meier");
        await mia.PressAsync("Add this person");
        await Expect(mia.Page.Locator(".toast")).ToContainTextAsync("Added Cleo Meier");

        await mia.Page.ClickAsync(".person-button");
        await mia.PressAsync("Sign out");
        await mia.Page.WaitForURLAsync("**/account/sign-in");
    }
}
