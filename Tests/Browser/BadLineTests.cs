using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class BadLineTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task A_cut_line_is_said_and_what_was_missed_is_fetched_when_it_is_back()
    {
        var amira = await HireAsync("Amira Yilmaz");
        await using var line = new Line(App.Address);
        var tom = await ColleagueAsync(UserRole.Staff, at: line.Address);
        await tom.IsLiveAsync();

        line.Cut();
        await Expect(tom.Page.Locator("#pill")).Not.ToContainTextAsync("Live");
        await Database.RunAsync(
            $"update employees set name = 'Amira meanwhile' where id = '{amira.Id}'"
        );
        line.Mend();

        await Expect(tom.Page.Locator($"[data-row='{amira.Id}']"))
            .ToContainTextAsync("Amira meanwhile");
        await tom.IsLiveAsync();
    }

    [Fact]
    public async Task A_node_that_was_restarted_is_found_again()
    {
        var amira = await HireAsync("Amira Yilmaz");
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.IsLiveAsync();

        var port = App.Address.Port;
        await App.DisposeAsync();
        await Expect(tom.Page.Locator("#pill")).Not.ToContainTextAsync("Live");
        await Database.RunAsync(
            $"update employees set name = 'Amira after all' where id = '{amira.Id}'"
        );
        App = await OfficeApp.StartAsync(Database, port);

        await Expect(tom.Page.Locator($"[data-row='{amira.Id}']"))
            .ToContainTextAsync("Amira after all", new() { Timeout = 45_000 });
        await tom.IsLiveAsync();
    }
}
