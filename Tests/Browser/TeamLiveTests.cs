using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class TeamLiveTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task What_one_saves_the_other_sees()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        var bea = await ColleagueAsync(UserRole.Manager);
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.IsLiveAsync();

        await bea.Page.GotoAsync($"/team/{amira.Id}/contact");
        await bea.Page.FillAsync("input[name=Name]", "Amira Yilmaz-Keller");
        await bea.Page.Keyboard.PressAsync("Enter");

        await Expect(tom.Page.Locator($"[data-row='{amira.Id}']"))
            .ToContainTextAsync("Amira Yilmaz-Keller");
        Assert.Empty(bea.Complaints);
        Assert.Empty(tom.Complaints);
    }

    [Fact]
    public async Task Sql_typed_by_hand_shows_up()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.IsLiveAsync();

        await Database.RunAsync(
            $"update employees set name = 'Amira by hand' where id = '{amira.Id}'"
        );

        await Expect(tom.Page.Locator($"[data-row='{amira.Id}']"))
            .ToContainTextAsync("Amira by hand");
    }
}
