using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Jobs;

public class HousekeepingTests(TestPostgres postgres)
{
    [Fact]
    public async Task A_start_clears_sessions_that_ran_out_and_makes_room_for_the_trail()
    {
        await using var database = await postgres.CloneAsync();
        await TestUsers.EnsureAsync(database);
        await database.RunAsync(
            """
            insert into sessions (id, user_id, key_hash, stamp, browser, address, created_at, last_seen_at, expires_at)
            select gen_random_uuid(), id, sha256(word::bytea), '', word, '', now(), now(), now() + span
            from (select id from users limit 1) u, (values ('old', interval '-1 second'), ('new', interval '1 day')) s(word, span)
            """
        );
        await database.RunAsync(
            "drop table "
                + await database.AskAsync<string>(
                    "select max(c) from (select inhrelid::regclass::text c from pg_inherits where inhparent = 'audit_log'::regclass) x where c ~ '[0-9]$'"
                )
        );

        await using var app = await OfficeApp.StartAsync(database);

        await Eventually.TrueAsync(async () =>
            await database.AskAsync<string>("select string_agg(browser, ' ') from sessions")
            == "new"
        );
        await Eventually.TrueAsync(async () =>
            await database.AskAsync<bool>(
                "select to_regclass('audit_log_' || to_char(now() at time zone 'UTC' + interval '3 months', 'YYYY_MM')) is not null"
            )
        );
    }
}
