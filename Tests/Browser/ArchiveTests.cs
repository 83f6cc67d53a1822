using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class ArchiveTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task Who_is_archived_leaves_both_lists_and_comes_back_by_undo()
    {
        await HireAsync("Ben Okafor");
        var amira = await HireAsync("Amira Yilmaz");
        var mia = await ColleagueAsync(UserRole.Manager);
        var sam = await ColleagueAsync(UserRole.Staff);
        await mia.IsLiveAsync();
        await sam.IsLiveAsync();
        var row = $"[data-row='{amira.Id}']";

        await mia.Page.CheckAsync(row + " [data-pick]");
        await mia.PressAsync("Archive");
        await Expect(mia.Page.Locator(row)).ToHaveCountAsync(0);
        // Whoever reads it keeps it.
        await mia.Page.Locator(".toast").HoverAsync();
        await Expect(sam.Page.Locator(row)).ToHaveCountAsync(0);

        await mia.PressAsync("Undo");
        await Expect(mia.Page.Locator(row)).ToBeVisibleAsync();
        // Whoever comes in waits to be asked for: the other's list does not jump.
        await sam.Page.Locator(".offer").ClickAsync();
        await Expect(sam.Page.Locator(row)).ToBeVisibleAsync();
        Assert.Empty(mia.Complaints);
        Assert.Empty(sam.Complaints);
    }
}
