using StaffDashboard.Data.Employees;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Browser;

/// <summary>Somebody whose changes show before there is an answer.</summary>
public abstract class PendingOffice(TestPostgres postgres, Chromium chromium)
    : OfficeHours(postgres, chromium)
{
    protected override bool HasWorker => true;

    // No save is let through before that.
    protected static async Task<TaskCompletionSource> HoldAsync(Colleague who)
    {
        var held = new TaskCompletionSource();
        await who.Page.RouteAsync(
            "**/team/**",
            async route =>
            {
                if (route.Request.Method == "POST" && !route.Request.Url.Contains("handler=Check"))
                    await held.Task.WaitAsync(TimeSpan.FromMinutes(2));
                await route.ContinueAsync();
            }
        );
        return held;
    }

    protected static async Task OpenAsync(Colleague who, Employee person)
    {
        await who.Page.GotoAsync($"/team/{person.Id}");
        await who.IsLiveAsync();
    }
}
