using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class TwoNodesTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task Whoever_is_on_another_node_sees_it_all_the_same()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await using var other = await OfficeApp.StartAsync(Database);
        var bea = await ColleagueAsync(UserRole.Manager);
        var tom = await ColleagueAsync(UserRole.Staff, at: other.Address);
        await tom.IsLiveAsync();

        await bea.Page.GotoAsync($"/team/{amira.Id}/contact");
        await bea.Page.FillAsync("input[name=Name]", "Amira from the first node");
        await bea.Page.Keyboard.PressAsync("Enter");

        await Expect(tom.Page.Locator($"[data-row='{amira.Id}']"))
            .ToContainTextAsync("Amira from the first node");
    }
}
