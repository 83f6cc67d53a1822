using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Measures;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Measures;
using static Microsoft.Playwright.Assertions;

namespace StaffDashboard.Tests.Browser;

public class MeasureTests(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task A_save_is_measured_where_it_was_made_and_where_it_is_seen()
    {
        var amira = await HireAsync("Amira Yilmaz", "+4915123456701");
        var bea = await ColleagueAsync(UserRole.Manager);
        var tom = await ColleagueAsync(UserRole.Staff);
        await tom.IsLiveAsync();
        await Eventually.TrueAsync(async () =>
            await Database.AskAsync<long>(
                "select count(*) from browsers where state = 'live' and agent like 'Chrome%' and page = '/team'"
            ) == 2
        );

        await bea.Page.GotoAsync($"/team/{amira.Id}/contact");
        await bea.Page.FillAsync("input[name=Name]", "Amira Yilmaz-Keller");
        await bea.Page.Keyboard.PressAsync("Enter");
        await Expect(tom.Page.Locator($"[data-row='{amira.Id}']"))
            .ToContainTextAsync("Amira Yilmaz-Keller");
        await Expect(bea.Page.Locator("input[name=Name]")).ToHaveCountAsync(0);
        await bea.Page.GotoAsync("/account");
        await tom.Page.GotoAsync("/account");

        await Eventually.TrueAsync(async () => await ToldAsync(Figure.Confirmed) == 1);
        await Eventually.TrueAsync(async () => await ToldAsync(Figure.Seen) >= 1);
        Assert.Empty(bea.Complaints);
        Assert.Empty(tom.Complaints);
    }

    [Fact]
    public async Task A_tab_that_is_closed_says_so()
    {
        var tom = await ColleagueAsync(UserRole.Staff);
        await Eventually.TrueAsync(async () => await StateAsync() == "live");

        await tom.Page.GotoAsync("about:blank");

        await Eventually.TrueAsync(async () => await StateAsync() == "closed");
    }

    [Fact]
    public async Task A_tab_that_is_closed_before_its_report_was_answered_says_so()
    {
        var tom = await ColleagueAsync(UserRole.Staff);
        await Eventually.TrueAsync(async () => await StateAsync() == "live");
        var arrived = new TaskCompletionSource();
        await tom.Page.RouteAsync(
            "**/measures",
            async route =>
            {
                await route.FetchAsync();
                arrived.TrySetResult();
            }
        );
        await tom.Page.EvaluateAsync("window.dispatchEvent(new Event('offline'))");
        await arrived.Task;
        await tom.Page.UnrouteAsync("**/measures");

        await tom.Page.GotoAsync("about:blank");

        await Eventually.TrueAsync(async () => await StateAsync() == "closed");
    }

    Task<string?> StateAsync() => Database.AskAsync<string>("select state from browsers");

    async Task<decimal> ToldAsync(string figure)
    {
        await App
            .Services.GetRequiredService<MinuteWriter>()
            .WriteAsync(all: true, TestContext.Current.CancellationToken);
        return await Database.AskAsync<decimal>(
            $"select coalesce(sum(count), 0) from measure_minutes where name = '{figure}'"
        );
    }
}
