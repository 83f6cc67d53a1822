using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using StaffDashboard.Data;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Migrations;

public sealed class SignaturesTests(TestPostgres postgres)
{
    const string Before = "20261130100000_Lookalikes";
    const string Ada = "0198aaaa-0000-7000-8000-000000000001";

    [Fact]
    public async Task Who_signed_before_ids_were_stored_is_taken_from_the_trail()
    {
        await using var database = await postgres.EmptyAsync();
        await using (var office = new Office(Schema.Options(database.OwnerConnectionString)))
            await office.GetService<IMigrator>().MigrateAsync(Before);
        await database.RunAsync(
            $$"""
            insert into users (id, name, role, email, normalized_email, user_name, normalized_user_name, security_stamp, email_confirmed)
            values ('{{Ada}}', 'Ada Novak', 'Admin', 'ada@example.test', 'ADA@EXAMPLE.TEST', 'ada@example.test', 'ADA@EXAMPLE.TEST', 'x', true);
            select set_config('app.user_id', '{{Ada}}', false), set_config('app.user_name', 'Ada Novak', false);
            insert into alarms (id, rule, subject, opened_at, value, threshold, tellings, was_silent)
            values (gen_random_uuid(), 'disk', '', now(), 99, 90, 0, false);
            update alarms set acknowledged_by = 'Ada Novak', acknowledged_at = now();
            insert into alarm_silences (id, "from", until, reason, by)
            values (gen_random_uuid(), now(), now() + interval '1 hour', 'A move', 'Ada Novak');
            insert into problem_reports (id, user_id, user_name, at, comment, page, version, context, state, answer)
            values (gen_random_uuid(), '{{Ada}}', 'Ada Novak', now(), 'It broke', '/', '1', '{}', 'New', '');
            update problem_reports set state = 'Solved', answered_by = 'Ada Novak', answered_at = now();
            """
        );
        var lines = await LinesAsync(database);

        await Schema.UpgradeAsync(
            database.OwnerConnectionString,
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            $"{Ada}|{Ada}|{Ada}",
            await database.AskAsync<string>(
                """
                select concat_ws('|', (select acknowledged_by_id from alarms), (select answered_by_id from problem_reports),
                  (select by_id from alarm_silences))
                """
            )
        );
        Assert.Equal(lines, await LinesAsync(database));
        Assert.True(
            await database.AskAsync<bool>(
                "select relforcerowsecurity from pg_class where relname = 'problem_reports'"
            )
        );
    }

    static Task<long> LinesAsync(TestDatabase database) =>
        database.AskAsync<long>("select count(*) from audit_log");
}
