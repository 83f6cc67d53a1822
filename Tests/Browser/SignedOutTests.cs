using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class SignedOutTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task Who_is_disabled_is_told_at_once_and_stands_at_the_door()
    {
        var id = await Database.AskAsync<Guid>(
            $"select id from users where email = '{TestUsers.EmailOf(UserRole.Staff)}'"
        );
        var ada = await ColleagueAsync(UserRole.Admin);
        var sam = await ColleagueAsync(UserRole.Staff);
        await sam.IsLiveAsync();

        await ada.Page.GotoAsync($"/admin/users/{id}");
        await ada.PressAsync("Disable");
        await Expect(ada.Page.Locator("main .state")).ToHaveTextAsync("Disabled");

        await Expect(sam.Page.Locator("#pill")).ToContainTextAsync("Signed out");
        await sam.Page.GotoAsync("/team");
        await Expect(sam.Page)
            .ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/account/sign-in"));
    }
}
