using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Jobs;

public sealed class JobRegistrationTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await postgres.CloneAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_start_brings_what_is_stored_in_step_with_the_list()
    {
        await using (await StartAsync())
            await IsInStepAsync();
        await database.RunAsync(
            """
            insert into hangfire.hash (key, field, value)
            select 'recurring-job:of-old', field, value from hangfire.hash where key = 'recurring-job:sessions';
            insert into hangfire.set (key, score, value) values ('recurring-jobs', 4000000000, 'of-old');
            update hangfire.hash set value = '0 0 0 * * *' where key = 'recurring-job:sessions' and field = 'Cron';
            delete from hangfire.hash where key = 'recurring-job:letters';
            delete from hangfire.set where value = 'letters';
            """
        );

        await using (await StartAsync())
            await IsInStepAsync();
    }

    [Fact]
    public async Task A_start_does_at_once_what_is_to_be_done_at_each_start()
    {
        await using var app = await StartAsync();

        foreach (var job in RecurringJobs.All.Where(job => job.AtStart))
            await Eventually.EqualAsync(1L, () => database.DoneAsync(job.Id));
    }

    [Fact]
    public async Task A_server_that_is_switched_off_registers_and_works_at_nothing()
    {
        await using var app = await OfficeApp.StartAsync(database);
        using var admin = await app.SignInAsync();

        Assert.Equal(0, await database.AskAsync<long>("select count(*) from hangfire.server"));
        Assert.Equal(0, await database.AskAsync<long>("select count(*) from hangfire.set"));
    }

    Task<OfficeApp> StartAsync() =>
        OfficeApp.StartAsync(database, settings: ("StaffDashboard:Jobs", "on"));

    Task IsInStepAsync()
    {
        var wanted = string.Join(
            ", ",
            RecurringJobs
                .All.OrderBy(job => job.Id, StringComparer.Ordinal)
                .Select(job => $"{job.Id} {job.Schedule.Cron}")
        );
        return Eventually.EqualAsync(
            wanted,
            () =>
                database.AskAsync<string>(
                    """
                    select string_agg(s.value || ' ' || h.value, ', ' order by s.value collate "C")
                    from hangfire.set s join hangfire.hash h on h.key = 'recurring-job:' || s.value and h.field = 'Cron'
                    where s.key = 'recurring-jobs'
                    """
                )!
        );
    }
}
