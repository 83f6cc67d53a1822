using StaffDashboard.Data;
using StaffDashboard.Data.Measures;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Migrations;

public class MeasuresTests(TestPostgres postgres)
{
    [Fact]
    public async Task Days_older_than_thirty_are_dropped_and_hours_older_than_a_year()
    {
        await using var database = await postgres.CloneAsync();
        await TestUsers.EnsureAsync(database);
        await database.RunAsync(
            """
            delete from users where role <> 'Admin';
            do $$
            declare
              parent text;
              ago integer;
              day date;
            begin
              foreach parent in array array['measure_minutes', 'person_minutes', 'person_events'] loop
                foreach ago in array array[31, 30] loop
                  day := (now() at time zone 'UTC')::date - ago;
                  execute format('create table %I partition of %I for values from (%L) to (%L)',
                    parent || '_' || to_char(day, 'YYYY_MM_DD'), parent, day::text || ' 00:00+00', (day + 1)::text || ' 00:00+00');
                end loop;
              end loop;
              alter table measure_minutes disable trigger all;
            end $$;
            insert into measure_hours values (now() - interval '366 days', 'tried', '', 1, 1, 1), (now() - interval '364 days', 'tried', '', 1, 1, 1);
            insert into measure_node_hours select now() - make_interval(days => d), 'tried', '', 'n', 1, 1, 1 from unnest(array[366, 364]) d;
            insert into person_hours (hour, user_id) select now() - make_interval(days => d), id from users, unnest(array[366, 364]) d;
            insert into person_days (day, user_id) select now() - make_interval(days => d), id from users, unnest(array[366, 364]) d;
            insert into browsers (id, user_id, node, state, transport, opened_at, seen_at)
            select gen_random_uuid(), id, 'n', 'live', '', now(), now() - make_interval(days => d) from users, unnest(array[31, 29]) d;
            insert into person_events (at, user_id, browser, kind)
            select now() - interval '40 days', id, id, 'state' from users;
            insert into slow_queries (at, node, operation, duration_ms, sql) values (now() - interval '31 days', 'n', 'o', 1, 's');
            insert into measure_minutes values (now() - interval '40 days', 'tried', '', 'n', 1, 1, 1);
            insert into inconsistencies (id, at, pair, subject, one_name, one_value, other_name, other_value)
            select gen_random_uuid(), now() - make_interval(days => d), 'p', 's', 'a', '1', 'b', '2' from unnest(array[366, 364]) d;
            """
        );

        Assert.Equal(3, await database.AskAsync<int>("select forget_measures()"));
        Assert.Equal(0, await database.AskAsync<int>("select forget_measures()"));
        string[] forAYear = ["measure_hours", "measure_node_hours", "person_hours", "person_days"];
        foreach (var kept in (string[])[.. forAYear, "browsers"])
            Assert.Equal(1L, await database.AskAsync<long>($"select count(*) from {kept}"));
        Assert.Equal(0L, await database.AskAsync<long>("select count(*) from person_events"));
        Assert.Equal(0L, await database.AskAsync<long>("select count(*) from slow_queries"));
        Assert.Equal(1L, await database.AskAsync<long>("select count(*) from inconsistencies"));
        Assert.Equal(0L, await database.AskAsync<long>("select count(*) from measure_minutes"));
    }

    [Fact]
    public async Task An_hour_is_its_minutes_by_node_and_in_all()
    {
        await using var database = await postgres.CloneAsync();
        await database.RunAsync(
            """
            insert into measure_minutes
            select date_trunc('hour', now(), 'UTC') - interval '2 hours' + at, 'tried', '', node, count, sum, max, buckets
            from (values
              (interval '0', 'a', 2, 10, 7, array[1, 1]),
              (interval '59 minutes', 'a', 1, 3, 3, array[0, 1]),
              (interval '0', 'b', 1, 9, 9, array[0, 0, 1])
            ) told (at, node, count, sum, max, buckets);
            select roll_up_measures();
            """
        );

        Assert.Equal(
            "a 3 13 7 {1,2}, b 1 9 9 {0,0,1}",
            await database.AskAsync<string>(
                "select string_agg(concat_ws(' ', node, count, sum, max, buckets), ', ' order by node) from measure_node_hours"
            )
        );
        Assert.Equal(
            "4 22 9 {1,2,1}",
            await database.AskAsync<string>(
                "select string_agg(concat_ws(' ', count, sum, max, buckets), ', ') from measure_hours"
            )
        );
    }

    [Fact]
    public async Task A_bucket_takes_more_than_an_integer_in_a_minute_as_in_an_hour()
    {
        await using var database = await postgres.CloneAsync();
        await database.RunAsync(
            """
            insert into measure_minutes
            select date_trunc('hour', now(), 'UTC') - interval '2 hours' + make_interval(mins => i), 'tried', '', 'n', 3000000000, 1, 1, array[3000000000]
            from generate_series(0, 59) i;
            select roll_up_measures();
            """
        );

        Assert.Equal(
            180_000_000_000L,
            await database.AskAsync<long>("select buckets[1] from measure_hours")
        );
        await using var office = new Office(Schema.Options(database.OwnerConnectionString));
        var hour = new DateTimeOffset(
            await database.AskAsync<DateTime>("select hour from measure_hours"),
            TimeSpan.Zero
        );
        var told = await office.TotalsAsync(
            ["tried"],
            new(hour, hour.AddHours(1)),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(180_000_000_000L, told.Of("tried", "").Buckets![0]);
    }

    [Fact]
    public async Task The_sum_of_an_hour_whose_minutes_are_gone_stays_what_it_is()
    {
        await using var database = await postgres.CloneAsync();
        await database.RunAsync(
            """
            insert into measure_hours values (date_trunc('hour', now()) - interval '30 days', 'tried', '', 100, 100, 9);
            insert into measure_minutes values (date_trunc('hour', now()) - interval '30 days', 'tried', '', 'n', 1, 1, 1);
            select roll_up_measures();
            """
        );

        Assert.Equal(100L, await database.AskAsync<long>("select count from measure_hours"));
    }

    [Fact]
    public async Task There_is_a_part_for_today_and_the_next_three_days_and_preparing_again_is_harmless()
    {
        await using var database = await postgres.CloneAsync();
        await database.RunAsync("select prepare_measures()");

        Assert.Equal(
            4L,
            await database.AskAsync<long>(
                "select count(*) from generate_series(0, 3) d where to_regclass('measure_minutes_' || to_char((now() at time zone 'UTC')::date + d, 'YYYY_MM_DD')) is not null"
            )
        );
    }

    [Fact]
    public async Task A_persons_hours_and_days_are_the_sum_of_their_minutes()
    {
        await using var database = await postgres.CloneAsync();
        // What comes again to the same minute is added.
        foreach (var more in (int[])[0, 5, 2])
            await database.RunAsync(
                $"""
                insert into person_minutes (minute, user_id, confirms, confirm_ms, confirm_max_ms, live_s, queue_max)
                select date_trunc('minute', now()) - interval '1 minute' * (i * 23), case when i % 2 = 0 then '018f3a5e-0000-7000-8000-000000000001'::uuid
                  else '018f3a5e-0000-7000-8000-000000000002' end, i, i * 10, i, 60, i % 5
                from generate_series(1, 150) i
                on conflict (minute, user_id) do update set confirms = person_minutes.confirms + {more},
                  confirm_ms = person_minutes.confirm_ms + {more}, queue_max = greatest(person_minutes.queue_max, {more})
                """
            );

        foreach (var length in (string[])["hour", "day"])
        foreach (
            var figure in (string[])
                [
                    "sum(confirms)",
                    "sum(confirm_ms)",
                    "max(confirm_max_ms)",
                    "sum(live_s)",
                    "max(queue_max)",
                ]
        )
            Assert.Equal(
                await database.AskAsync<string>(
                    $"select string_agg(concat_ws(' ', at, user_id, v), ', ' order by at, user_id) from (select date_trunc('{length}', minute, 'UTC') at, user_id, {figure}::text v from person_minutes group by 1, 2) x"
                ),
                await database.AskAsync<string>(
                    $"select string_agg(concat_ws(' ', {length}, user_id, {figure[(figure.IndexOf('(', StringComparison.Ordinal) + 1)..^1]}::text), ', ' order by {length}, user_id) from person_{length}s"
                )
            );
    }
}
