using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

public sealed class HeartbeatTests(TestPostgres postgres)
{
    [Fact]
    public async Task Without_a_fresh_heartbeat_nothing_is_known()
    {
        await using var database = await postgres.CloneAsync();
        // A node whose own heart does not beat: what is planted stays.
        await using var app = await OfficeApp.StartAsync(
            database,
            adapt: services =>
            {
                foreach (
                    var heart in services
                        .Where(s => s.ImplementationType?.Name == "Heartbeat")
                        .ToList()
                )
                    services.Remove(heart);
            }
        );
        await database.RunAsync(
            "delete from nodes; insert into nodes values ('planted', 'h', '1', now(), now() - interval '16 seconds')"
        );
        using var manager = await app.SignInAsync(UserRole.Manager);

        var silent = await manager.GetPageAsync("/admin/sync-health");
        await database.RunAsync("update nodes set heartbeat_at = now()");
        var beating = await manager.GetPageAsync("/admin/sync-health");

        Assert.NotNull(silent.QuerySelector("#health[data-unknown]"));
        Assert.Empty(silent.QuerySelectorAll(".verdict.good"));
        Assert.Null(beating.QuerySelector("#health[data-unknown]"));
    }
}
