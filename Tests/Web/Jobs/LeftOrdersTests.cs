using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Jobs;

/// <summary>A node wrote an order down and was killed before it could start the job.</summary>
public sealed class LeftOrdersTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await postgres.CloneAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Another_node_carries_it_out_once()
    {
        await OrderAsync("letters", "1 minute");
        await using var app = await OfficeApp.StartAsync(
            database,
            settings: ("StaffDashboard:Jobs", "on")
        );

        await Eventually.EqualAsync(1L, () => database.DoneAsync("letters"));

        // Whoever looks again finds that it is done, even what is too old or only just given.
        await OrderAsync("throttles", "2 days");
        await OrderAsync("throttles", "0 minutes");
        await OrderAsync("job-runs", "1 minute");
        await app
            .Services.GetRequiredService<JobOrders>()
            .SweepAsync(TestContext.Current.CancellationToken);
        await Eventually.EqualAsync(1L, () => database.DoneAsync("job-runs"));
        Assert.Equal(1, await database.DoneAsync("letters"));
        Assert.Equal(0, await database.DoneAsync("throttles"));
    }

    Task OrderAsync(string job, string ago) =>
        database.RunAsync(
            $"insert into job_orders (id, job, wish, at) values (gen_random_uuid(), '{job}', 'Run', now() - interval '{ago}')"
        );
}
