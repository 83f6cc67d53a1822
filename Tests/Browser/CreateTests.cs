using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class CreateTests(TestPostgres postgres, Chromium chromium) : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task A_newcomer_is_offered_to_the_other_and_shown_when_asked_for()
    {
        await HireAsync("Ben Okafor");
        var mia = await ColleagueAsync(UserRole.Manager);
        var sam = await ColleagueAsync(UserRole.Staff);
        await sam.IsLiveAsync();

        await mia.Page.GotoAsync("/team/new");
        await mia.Page.FillAsync("#Name", "Amira Yilmaz");
        await mia.PressAsync("Add this person");
        await Expect(mia.Page.Locator("h1")).ToHaveTextAsync("Amira Yilmaz");

        var offer = sam.Page.Locator(".offer");
        await Expect(offer).ToHaveTextAsync("1 new person · show");
        await Expect(sam.Page.Locator("[data-row]")).ToHaveCountAsync(1);
        await offer.ClickAsync();

        await Expect(sam.Page.Locator("[data-open]"))
            .ToHaveTextAsync(["Amira Yilmaz", "Ben Okafor"]);
        await Expect(offer).ToHaveCountAsync(0);
        Assert.Empty(mia.Complaints);
        Assert.Empty(sam.Complaints);
    }
}
