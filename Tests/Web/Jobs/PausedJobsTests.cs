using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Jobs;

public sealed class PausedJobsTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await postgres.CloneAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task What_is_paused_stays_so_over_a_restart_until_it_is_resumed()
    {
        await WishAsync("Pause");
        await using (await StartAsync())
            await Eventually.EqualAsync(1L, () => RegisteredAsync());
        await database.MissAsync("letters");

        await using var app = await StartAsync();

        await Eventually.EqualAsync(
            1L,
            () => database.StartedAsync("statename = 'Deleted'", "letters")
        );
        Assert.Equal(0, await database.DoneAsync("letters"));
        await WishAsync("Resume");
        await database.MissAsync("letters");
        await Eventually.EqualAsync(1L, () => database.DoneAsync("letters"));
    }

    Task<OfficeApp> StartAsync() =>
        OfficeApp.StartAsync(database, settings: ("StaffDashboard:Jobs", "on"));

    Task<long> RegisteredAsync() =>
        database.AskAsync<long>(
            "select count(*) from hangfire.set where key = 'recurring-jobs' and value = 'letters'"
        );

    Task WishAsync(string wish) =>
        database.RunAsync(
            $"insert into job_orders (id, job, wish, at) values (gen_random_uuid(), 'letters', '{wish}', now())"
        );
}
