using StaffDashboard.Data;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;
using StaffDashboard.Web.Jobs.Works;

namespace StaffDashboard.Tests.Web.Jobs.Works;

public sealed class ForgetLettersTests(TestPostgres postgres)
{
    [Fact]
    public async Task A_call_to_the_webhook_is_kept_a_month_after_it_was_heard_and_as_long_as_it_waits()
    {
        await using var database = await postgres.CloneAsync();
        await database.RunAsync(
            """
            insert into alarm_calls (key, alarm_id, body, at, due_at, sent_at, failed_at)
            select key, gen_random_uuid(), '{}', now() - interval '31 days', now(), sent, failed from (values
              ('heard', now() - interval '31 days', null),
              ('given up', null, now() - interval '31 days'),
              ('heard of late', now() - interval '29 days', null),
              ('waits', null, null::timestamptz)) c(key, sent, failed)
            """
        );
        await using var office = new Office(Schema.Options(database.AppConnectionString))
        {
            Viewer = Viewer.Program,
        };

        await new ForgetLetters(office, TimeProvider.System).RunAsync(
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            "heard of late,waits",
            await database.AskAsync<string>(
                "select string_agg(key, ',' order by key) from alarm_calls"
            )
        );
    }
}
