using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Tests.Web.Jobs;

public sealed class TimetableTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await postgres.CloneAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task A_start_brings_what_is_stored_in_step_with_the_schedule()
    {
        await using (await StartAsync())
            await IsInStepAsync();
        await database.RunAsync(
            """
            insert into quartz.qrtz_job_details
            select sched_name, 'of-old', job_group, 'gone from the schedule', job_class_name, is_durable, is_nonconcurrent,
                   is_update_data, requests_recovery, job_data
            from quartz.qrtz_job_details where job_name = 'sessions';
            update quartz.qrtz_cron_triggers set cron_expression = '0 0 0 * * ?' where trigger_name = 'sessions';
            delete from quartz.qrtz_triggers where trigger_name = 'letters';
            """
        );

        await using (await StartAsync())
            await IsInStepAsync();
    }

    [Fact]
    public async Task A_start_does_at_once_what_is_to_be_done_at_each_start()
    {
        await using var app = await StartAsync();

        await Eventually.TrueAsync(async () =>
            await database.AskAsync<long>(
                "select count(*) from job_runs where job in ('audit-partitions', 'sessions') and outcome = 'Done'"
            ) == 2
        );
    }

    [Fact]
    public async Task What_is_paused_stays_paused_over_a_restart()
    {
        await using (await StartAsync())
            await IsInStepAsync();
        await database.RunAsync(
            """
            insert into job_orders (id, job, wish, ordered_by, at) values (gen_random_uuid(), 'letters', 'Pause', 'Ada', now());
            delete from quartz.qrtz_triggers where trigger_name = 'letters';
            """
        );

        await using var app = await StartAsync();

        await Eventually.TrueAsync(async () =>
            await database.AskAsync<string>(
                "select trigger_state from quartz.qrtz_triggers where trigger_name = 'letters'"
            ) == "PAUSED"
        );
    }

    Task<OfficeApp> StartAsync() =>
        OfficeApp.StartAsync(database, settings: ("StaffDashboard:Jobs", "on"));

    Task IsInStepAsync()
    {
        var wanted = string.Join(
            ", ",
            Schedule
                .Lines.OrderBy(line => line.Name, StringComparer.Ordinal)
                .Select(line => $"{line.Name} {line.Cron}")
        );
        return Eventually.TrueAsync(async () =>
            await database.AskAsync<string>(
                """
                select string_agg(j.job_name || ' ' || coalesce(c.cron_expression, 'never'), ', ' order by j.job_name collate "C")
                from quartz.qrtz_job_details j left join quartz.qrtz_cron_triggers c on c.trigger_name = j.job_name
                """
            ) == wanted
        );
    }
}
