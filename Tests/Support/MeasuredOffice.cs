using System.Globalization;
using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Migrations;

namespace StaffDashboard.Tests.Support;

/// <summary>An office that has been measured for a while: so many people, so many days, written by the database itself.</summary>
static class MeasuredOffice
{
    /// <param name="people">Besides those who are there.</param>
    /// <param name="days">Hours of so many days and as many before, minutes since yesterday.</param>
    internal static async Task FillAsync(
        TestDatabase database,
        int people,
        int days,
        DateTimeOffset now
    )
    {
        await HireAsync(database, people);
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var fill = new NpgsqlCommand(
            Sql.Replace(
                    "@days",
                    days.ToString(CultureInfo.InvariantCulture),
                    StringComparison.Ordinal
                )
                .Replace(
                    "@now",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"timestamptz '{now.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z'"
                    ),
                    StringComparison.Ordinal
                ),
            connection
        )
        {
            CommandTimeout = 0,
        };
        await fill.ExecuteNonQueryAsync();
    }

    internal static async Task HireAsync(TestDatabase database, int people)
    {
        await using var office = new Office(Schema.Options(database.AppConnectionString));
        for (var i = 1; i <= people; i++)
            office.Users.Add(
                TestUsers.Make(
                    string.Create(CultureInfo.InvariantCulture, $"Person {i:000}"),
                    string.Create(CultureInfo.InvariantCulture, $"person{i}@example.test"),
                    UserRole.Staff
                )
            );
        await office.SaveChangesAsync();
    }

    // The course of a day: little at night, most at noon.
    const string Sql = """
        set timezone = 'UTC';
        -- Hours and minutes are written side by side: nothing came late.
        set session_replication_role = replica;
        update measure_rolled set until = date_trunc('hour', @now);
        create temp table kinds (name text, label text, often float8, ms float8, spread boolean);
        insert into kinds values
          ('sync.confirmed', '', 6, 34, true), ('sync.seen', '', 14, 42, true), ('lag', '', 9, 9, true),
          ('sync.failed', 'validation', 0.05, 0, false), ('sync.failed', 'line', 0.03, 0, false),
          ('sync.failed', 'conflict', 0.01, 0, false), ('sync.retry', '', 0.1, 0, false),
          ('sync.conflict', '', 0.02, 0, false), ('sync.rolled-back', '', 0.02, 0, false),
          ('sync.reconnect', '', 0.2, 0, false), ('sync.failed-swap', '', 0.005, 0, false),
          ('sync.refresh', '', 0.02, 0, false), ('sync.state', 'live', 6, 55, false),
          ('sync.state', 'poor', 0.3, 20, false), ('sync.state', 'offline', 0.1, 20, false),
          ('sync.queue', '', 6, 0.1, false), ('sync.queue-age', '', 6, 1, false),
          ('connections', 'websockets', 4, 12, false), ('connections', 'long-polling', 4, 1, false),
          ('fragment', 'hit', 90, 0, false), ('fragment', 'miss', 8, 0, false),
          ('answer', '', 30, 21, true), ('answer.queries', '', 30, 4.2, false), ('answer.database', '', 30, 6, false),
          ('request.error', 'validation', 0.05, 0, false), ('request.error', 'gone', 0.02, 0, false),
          ('pool', 'busy', 12, 2.1, false), ('pool', 'idle', 12, 4, false), ('memory', '', 12, 3.1e8, false),
          ('gc', 'gen0', 4, 0, false), ('gc', 'gen1', 0.6, 0, false), ('gc', 'gen2', 0.05, 0, false),
          ('mail', 'sent', 0.1, 0, false), ('mail', 'failed', 0.005, 0, false), ('sign-in.refused', '', 0.03, 0, false);
        insert into kinds select 'request', 'GET /page-' || i, 3, 12, true from generate_series(1, 30) i;

        create function pg_temp.course(at timestamptz) returns float8 immutable language sql as
          $$ select 0.15 + greatest(0, sin((extract(hour from at)::float8 + extract(minute from at)::float8 / 60 - 6) / 14 * pi())) $$;
        create function pg_temp.line(at timestamptz, ms float8) returns float8 immutable language sql as
          $$ select ms * (0.8 + pg_temp.course(at) * 0.4 + 0.35 * abs(sin(extract(epoch from at) / 5000))) $$;
        create function pg_temp.buckets(count bigint, ms float8) returns integer[] immutable language sql as $$
          select array_fill(0, array[middle - 2]) || array[n / 5, 0, n - n / 5 - n / 4 - n / 25, 0, 0, n / 4, 0, 0, 0, 0, 0, n / 25]
            || array_fill(0, array[65 - middle - 10])
          from (select least(50, ceil(4 * log(2, greatest(ms, 2)::numeric)))::int as middle, count::int as n) m $$;

        insert into measure_hours
        select at, name, label, c, c * v, v * 5, case when spread then pg_temp.buckets(c, v) end from (
          select at, name, label, ceil(often * 60 * pg_temp.course(at))::bigint as c,
            pg_temp.line(at, ms) as v, spread
          from kinds, generate_series(date_trunc('hour', @now) - (2 * @days || ' days')::interval,
            date_trunc('hour', @now) - interval '1 hour', interval '1 hour') at
        ) lines;
        insert into measure_node_hours
        select hour, name, label, node, ceil(count / 2.0)::bigint, sum / 2, max, buckets
        from measure_hours, unnest(array['aaaa1111', 'bbbb2222']) node;
        insert into measure_minutes
        select at, name, label, node, c, c * v, v * 4, case when spread then pg_temp.buckets(c, v) end from (
          select at, name, label, node, floor(often / 2 * pg_temp.course(at) + mod(extract(epoch from at)::bigint / 60 * 37 + length(label) * 11, 100) / 100.0)::bigint as c,
            pg_temp.line(at, ms) as v, spread
          from kinds, unnest(array['aaaa1111', 'bbbb2222']) node, generate_series(
            date_trunc('minute', @now) - interval '26 hours', date_trunc('minute', @now) - interval '1 minute', interval '1 minute') at
        ) lines where c > 0;

        insert into person_hours (hour, user_id, confirms, confirm_ms, confirm_max_ms, swaps, swap_ms, swap_max_ms,
          failures, reconnects, live_s, poor_s, offline_s, queue_max)
        select at, id, 12, 12 * pg_temp.line(at, 34), 200, 40, 40 * pg_temp.line(at, 42 + 8 * (n % 9)), 300,
          case when (n + extract(day from at)::int) % 11 = 0 then 1 else 0 end, case when n % 13 = 0 then 2 else 0 end,
          3400, 150, case when n % 13 = 0 then 50 else 0 end, 0
        from (select id, row_number() over (order by id)::int as n from users) people,
          generate_series(date_trunc('hour', @now) - (@days || ' days')::interval,
            date_trunc('hour', @now), interval '1 hour') at
        where extract(hour from at) between 7 and 17 or at = date_trunc('hour', @now);
        insert into person_days select date_trunc('day', hour), user_id, sum(confirms), sum(confirm_ms), max(confirm_max_ms), sum(swaps), sum(swap_ms), max(swap_max_ms), sum(failures), sum(rollbacks), sum(conflicts), sum(retries), sum(failed_swaps), sum(refreshes), sum(reconnects), sum(live_s), sum(poor_s), sum(polling_s), sum(offline_s), max(queue_max), max(queue_age_max_s)
        from person_hours group by 1, 2;
        insert into person_minutes (minute, user_id, confirms, confirm_ms, swaps, swap_ms, live_s)
        select at, id, 1, 30, 2, 90, 60 from users,
          generate_series(date_trunc('hour', @now), date_trunc('minute', @now) - interval '1 minute', interval '1 minute') at;
        insert into person_events (at, user_id, browser, kind, detail, ms)
        select @now - (i * 173 || ' minutes')::interval - (n || ' seconds')::interval, id, id,
          (array['state', 'reconnected', 'failed', 'retry', 'state'])[1 + (i + n) % 5],
          (array['offline', '', 'validation', 'Archive a person', 'live'])[1 + (i + n) % 5],
          case when (i + n) % 5 = 1 then 3400 end
        from (select id, row_number() over (order by id)::int as n from users) people, generate_series(1, @days * 8) i;

        insert into browsers (id, user_id, node, state, transport, latency_ms, queue_length, queue_oldest, page, agent, version, opened_at, seen_at)
        select gen_random_uuid(), id, case when n % 2 = 0 then 'aaaa1111' else 'bbbb2222' end,
          case when n % 17 = 0 then 'poor' when n % 23 = 0 then 'polling' else 'live' end,
          case when n % 23 = 0 then 'polling' else 'websockets' end, 20 + n % 40,
          case when n % 29 = 0 then 2 else 0 end, case when n % 29 = 0 then @now - interval '12 minutes' end, '/team',
          (array['Mozilla/5.0 (Windows NT 10.0) Chrome/156.0 Safari/537', 'Mozilla/5.0 (Macintosh; Mac OS X) Firefox/157.0',
            'Mozilla/5.0 (iPhone) Version/27 Mobile Safari/604', 'Mozilla/5.0 (Linux; Android 16) Chrome/156.0 Mobile Safari/537'])[1 + n % 4],
          '1.3.0', @now - interval '2 hours', @now - (case when n % 5 = 4 then interval '3 hours' when n % 31 = 0 then interval '9 minutes' else (n % 50 || ' seconds')::interval end)
        from (select id, row_number() over (order by id)::int as n from users) people;
        insert into nodes (id, host, version, started_at, heartbeat_at, lag_ms, connections, memory_bytes, disk_free_ratio) values
          ('aaaa1111', 'office-1', '1.3.0', @now - interval '3 days', @now - interval '2 seconds', 6, 31, 412000000, 0.62),
          ('bbbb2222', 'office-2', '1.3.0', @now - interval '3 days', @now - interval '3 seconds', 8, 29, 398000000, 0.71);
        insert into slow_queries (at, node, operation, duration_ms, sql, plan)
        select @now - (i * 47 || ' minutes')::interval, 'aaaa1111', 'GET /team', 1000 + i * 37 % 900,
          'select * from employees where name ilike $1 order by name limit $2', 'Seq Scan on employees  (rows=1000000)'
        from generate_series(1, 40) i;
        insert into inconsistencies (id, at, pair, subject, one_name, one_value, other_name, other_value)
        select gen_random_uuid(), @now - (i * 313 || ' minutes')::interval, 'chip and list', 'Bar', 'chip', '12', 'list', '13'
        from generate_series(1, 6) i;
        analyze;
        """;
}
