using StaffDashboard.Data;
using StaffDashboard.Data.Demo;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

/// <summary>The picture in the README is taken here, when STAFFDASHBOARD_SCREENSHOTS=1.</summary>
public class ScreenshotTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task The_demo_office_is_worth_a_picture()
    {
        await using (var office = new Office(Schema.Options(Database.AppConnectionString)))
            await DemoOffice.FillAsync(office, App.Clock, TestContext.Current.CancellationToken);
        var mia = await ColleagueAsync(UserRole.Manager);
        await mia.IsLiveAsync();

        await Expect(mia.Page.Locator("[data-row]")).ToHaveCountAsync(50);
        await Expect(mia.Page.Locator("main")).ToContainTextAsync("Always needed");
        if (Environment.GetEnvironmentVariable("STAFFDASHBOARD_SCREENSHOTS") == "1")
            await mia.Page.ScreenshotAsync(
                new() { Path = Path.Combine(Repository.Root, "docs", "team.png") }
            );
        Assert.Empty(mia.Complaints);
    }
}
