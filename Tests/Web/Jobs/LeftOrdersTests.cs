using Microsoft.Extensions.DependencyInjection;
using StaffDashboard.Data.Jobs;
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

        await Eventually.EqualAsync(1L, () => RunsAsync("letters"));

        // Whoever looks again finds that it is done, even what is too old or only just given.
        await OrderAsync("throttles", "2 days");
        await OrderAsync("throttles", "0 minutes");
        await OrderAsync("job-runs", "1 minute");
        await app
            .Services.GetRequiredService<JobOrders>()
            .SweepAsync(TestContext.Current.CancellationToken);
        await Eventually.EqualAsync(1L, () => RunsAsync("job-runs"));
        Assert.Equal(1, await RunsAsync("letters"));
        Assert.Equal(0, await RunsAsync("throttles"));
    }

    [Fact]
    public async Task Who_looked_before_it_was_done_and_starts_it_after_does_not_do_it_again()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var app = await OfficeApp.StartAsync(
            database,
            settings: ("StaffDashboard:Jobs", "on")
        );
        var timetable = app.Services.GetRequiredService<Timetable>();
        var order = new JobOrder { Job = "letters", OrderedBy = "Ada" };

        for (var time = 0; time < 2; time++)
        {
            await timetable.FireAsync(
                Schedule.Find(order.Job)!,
                "order",
                $"{order.Id}",
                order,
                stop
            );
            await Eventually.EqualAsync(
                0L,
                () =>
                    database.AskAsync<long>(
                        $"select count(*) from quartz.qrtz_triggers where trigger_name = 'letters {order.Id}'"
                    )
            );
        }

        Assert.Equal(1, await RunsAsync("letters"));
    }

    Task OrderAsync(string job, string ago) =>
        database.RunAsync(
            $"insert into job_orders (id, job, wish, ordered_by, at) values (gen_random_uuid(), '{job}', 'Run', 'Ada', now() - interval '{ago}')"
        );

    Task<long> RunsAsync(string job) =>
        database.AskAsync<long>(
            $"select count(*) from job_runs where job = '{job}' and ordered_by = 'Ada' and outcome = 'Done'"
        );
}
