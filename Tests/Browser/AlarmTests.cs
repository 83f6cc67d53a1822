using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs.Alarms;

namespace StaffDashboard.Tests.Browser;

public class AlarmTests(TestPostgres postgres, Chromium chromium) : OfficeHours(postgres, chromium)
{
    [Fact]
    public async Task An_alarm_reaches_open_pages_and_whoever_looks_into_it_is_seen_by_the_other()
    {
        var admin = await ColleagueAsync(UserRole.Admin);
        var manager = await ColleagueAsync(UserRole.Manager);
        await manager.Page.GotoAsync("/admin/alerts");
        await admin.IsLiveAsync();
        await manager.IsLiveAsync();

        await Database.RunAsync(
            "insert into measure_minutes values (now(), 'sync.confirmed', '', 'n', 10, 30000, 9000)"
        );
        await LookAsync();

        await Assertions
            .Expect(admin.Page.Locator("#alarm-banner"))
            .ToContainTextAsync("Changes are slow: saving");
        await admin.Page.GetByRole(AriaRole.Link, new() { Name = "Look at it" }).ClickAsync();
        await admin.PressAsync("Acknowledge");

        await Assertions
            .Expect(manager.Page.Locator("#open-alarms"))
            .ToContainTextAsync("Acknowledged by Ada Admin");
        await Assertions.Expect(manager.Page.Locator("#alarm-banner")).ToBeHiddenAsync();
        Assert.Empty(admin.Complaints);
        Assert.Empty(manager.Complaints);
    }

    async Task LookAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await using var office = services.GetRequiredService<OfficeFactory>().Open(Viewer.Program);
        await ActivatorUtilities
            .CreateInstance<WatchAlarms>(
                services,
                office,
                ActivatorUtilities.CreateInstance<TellAlarm>(services, office),
                ActivatorUtilities.CreateInstance<CallWebhook>(services, office)
            )
            .RunAsync(TestContext.Current.CancellationToken);
    }
}
