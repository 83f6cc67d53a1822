using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class PrintTests(TestPostgres postgres, Chromium chromium) : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task On_paper_there_is_the_list_and_nothing_to_press()
    {
        await HireAsync("Amira Yilmaz");
        var mia = await ColleagueAsync(UserRole.Manager);
        var furniture = mia.Page.Locator(".rail, .top, .filters, main .actions");
        await Expect(furniture.First).ToBeVisibleAsync();

        await mia.Page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print });

        await Expect(mia.Page.Locator("[data-row]")).ToContainTextAsync("Amira Yilmaz");
        await Expect(mia.Page.Locator("thead")).ToBeVisibleAsync();
        foreach (var piece in await furniture.AllAsync())
            await Expect(piece).ToBeHiddenAsync();
        // A4 less its margins is narrower than some phones are wide.
        await mia.Page.SetViewportSizeAsync(688, 1000);
        await Expect(mia.Page.Locator("thead")).ToHaveCSSAsync("display", "table-header-group");
        Assert.True(
            await mia.Page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
            )
        );
    }
}
