using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class ImportTests(TestPostgres postgres, Chromium chromium) : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task A_list_goes_through_every_step_and_its_people_are_offered_to_the_other()
    {
        await HireAsync("Ben Okafor");
        var mia = await ColleagueAsync(UserRole.Manager);
        var sam = await ColleagueAsync(UserRole.Staff);
        await sam.IsLiveAsync();

        await mia.Page.GotoAsync("/team/import");
        await mia.Page.SetInputFilesAsync(
            "#File",
            new Microsoft.Playwright.FilePayload
            {
                Name = "team.csv",
                MimeType = "text/csv",
                Buffer = [.. "Name;Phone\nAmira Yilmaz;0151 2345 6701\nCleo Meier;"u8],
            }
        );
        await mia.PressAsync("Upload the list");
        await mia.PressAsync("Check 2 lines");
        await mia.PressAsync("Save 2 people");
        await Expect(mia.Page.Locator(".banner.good")).ToContainTextAsync("2 people added");

        await Expect(sam.Page.Locator(".offer")).ToHaveTextAsync("2 new people · show");
        await sam.Page.Locator(".offer").ClickAsync();
        await Expect(sam.Page.Locator("[data-open]"))
            .ToHaveTextAsync(["Amira Yilmaz", "Ben Okafor", "Cleo Meier"]);
        Assert.Empty(mia.Complaints);
    }
}
