using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Web.Jobs.Alarms;

public class WatchAlarmsTests(TestPostgres postgres) : AlarmOffice(postgres)
{
    const string Node =
        "insert into nodes (id, host, version, started_at, heartbeat_at, lag_ms, disk_free_ratio) values ('n1', 'planted', '1', $NOW, ";
    const string WellNode =
        "update nodes set heartbeat_at = $NOW, lag_ms = 10, disk_free_ratio = 0.5 where id = 'n1'";
    const string Run =
        "insert into job_runs (id, job, ended_at, started_at, outcome, remark) select gen_random_uuid(), 'planted', ";

    /// <summary>Of the office's clock, which is this machine's.</summary>
    static string Offset =>
        TimeZoneInfo
            .Local.GetUtcOffset(TimeProvider.System.GetUtcNow())
            .TotalMinutes.ToString(System.Globalization.CultureInfo.InvariantCulture) + " minutes'";

    /// <summary>Rule, the fault, its mending: both at the time of a look.</summary>
    public static TheoryData<string, string, string> Faults =>
        new()
        {
            { "latency", Slow, Quick },
            {
                "errors",
                "insert into measure_minutes values ($NOW, 'sync.confirmed', '', 'n', 8, 1, 1), ($NOW, 'sync.failed', 'fault', 'n', 4, 0, 0)",
                "insert into measure_minutes values ($NOW, 'sync.confirmed', '', 'n', 40, 1, 1), ($NOW, 'sync.failed', 'validation', 'n', 30, 0, 0)"
            },
            {
                "inconsistencies",
                "insert into inconsistencies (id, at, pair, subject, one_name, one_value, other_name, other_value) select gen_random_uuid(), $NOW, 'p', 's', 'a', '1', 'b', '2' from generate_series(1, 4)",
                "select 1"
            },
            { "lag", Node + "$NOW, 5000, 0.5)", WellNode },
            { "heartbeat", Node + "$NOW - interval '2 minutes', 10, 0.5)", WellNode },
            {
                "jobs",
                Run
                    + "$NOW, $NOW - i * interval '1 minute', 'Failed', '' from generate_series(1, 3) i",
                Run + "$NOW, $NOW, 'Done', ''"
            },
            {
                "queue",
                "insert into browsers (id, user_id, node, state, transport, queue_length, queue_oldest, opened_at, seen_at) select gen_random_uuid(), id, 'n', 'offline', '', 2, $NOW - interval '11 minutes', $NOW, $NOW from users limit 1",
                "update browsers set queue_length = 0, queue_oldest = null, seen_at = $NOW"
            },
            {
                "report",
                "update users set created_at = '2020-01-01'; update report_settings set send_at = ($NOW at time zone 'UTC' + interval '"
                    + Offset
                    + " - interval '2 hours')::time",
                "insert into daily_reports (day, made_at, verdict, is_all_clear, figures, subject, text, html) select (($NOW)::date - i), $NOW, '', true, '{}', '', '', '' from generate_series(-1, 3) i on conflict do nothing"
            },
            { "disk", Node + "$NOW, 10, 0.05)", WellNode },
            {
                "database",
                "insert into alarm_rules values ('database', true, 0.001, 0)",
                "update alarm_rules set threshold = 1000 where name = 'database'"
            },
            {
                "sign-ins",
                "insert into measure_minutes values ($NOW, 'sign-in.refused', '', 'n', 50, 0, 0)",
                "insert into measure_minutes values ($NOW, 'memory', '', 'n', 1, 1, 1)"
            },
        };

    [Fact]
    public void Every_rule_is_tried() =>
        Assert.Equal(
            AlarmKinds.All.Select(kind => kind.Name),
            Faults.Select(row => row.Data.Item1)
        );

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_opens_one_alarm_and_its_mending_closes_it(
        string rule,
        string fault,
        string mend
    )
    {
        Assert.Empty(await AlarmsAsync(rule));

        await PlantAsync(fault);
        await LookAsync();
        await LookAsync();

        var opened = await MineAsync(rule);
        Assert.True(opened.IsOpen);
        Assert.Contains(
            opened.Title(),
            Assert.Single(await SubjectsAsync(opened)),
            StringComparison.Ordinal
        );

        for (var i = 0; i < 6 && (await MineAsync(rule)).IsOpen; i++)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(6));
            await PlantAsync(mend);
            await LookAsync();
        }

        var closed = await MineAsync(rule);
        Assert.False(closed.IsOpen);
        Assert.Equal(opened.Id, closed.Id);
        var subjects = await SubjectsAsync(closed);
        Assert.Equal(2, subjects.Count);
        Assert.Contains("over – ", subjects[1], StringComparison.Ordinal);
        Assert.Equal(
            "insert update",
            await Database.AskAsync<string>(
                $"select string_agg(action, ' ' order by id) from audit_log where table_name = 'alarms' and row_id = '{closed.Id}'"
            )
        );
        Assert.True(await CountAsync($"measure_minutes where name = 'alarm.{rule}'") > 0);
    }

    [Fact]
    public async Task What_is_no_longer_measured_neither_closes_nor_opens()
    {
        await PlantAsync(Slow);
        await LookAsync();

        for (var i = 0; i < 5; i++)
        {
            App.Clock.Advance(TimeSpan.FromMinutes(20));
            await LookAsync();
        }

        Assert.True((await OnlyAsync("latency")).IsOpen);
    }

    [Fact]
    public async Task What_cannot_be_looked_at_hinders_no_other_rule()
    {
        await Database.RunAsync("alter table inconsistencies rename to elsewhere");
        var refused = Faults.Single(row => row.Data.Item1 == "sign-ins").Data.Item2;
        await PlantAsync(refused);

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(LookAsync);

        Assert.StartsWith("Could not look at: ", failed.Message, StringComparison.Ordinal);
        Assert.True((await OnlyAsync("sign-ins")).IsOpen);
    }

    [Fact]
    public async Task In_a_silence_nobody_is_told_until_it_ends()
    {
        await PlantAsync(
            "insert into alarm_silences (id, rule, \"from\", until, reason, by) values (gen_random_uuid(), 'latency', $NOW - interval '1 minute', $NOW + interval '1 hour', 'A move', 'Ada')"
        );
        await PlantAsync(Slow);
        await LookAsync();

        var alarm = await OnlyAsync("latency");
        Assert.True(alarm.WasSilent);
        Assert.Empty(await SubjectsAsync(alarm));

        App.Clock.Advance(TimeSpan.FromMinutes(61));
        await LookAsync();

        Assert.Single(await SubjectsAsync(alarm));
    }

    [Theory]
    [InlineData("lag", "5000, 0.5)")]
    [InlineData("disk", "10, 0.05)")]
    public async Task What_a_node_was_in_trouble_with_is_over_when_the_node_is_gone(
        string rule,
        string trouble
    )
    {
        await PlantAsync(Node + "$NOW, " + trouble);
        await LookAsync();
        Assert.True((await MineAsync(rule)).IsOpen);

        await LookForAsync(TimeSpan.FromMinutes(9));
        Assert.True((await MineAsync(rule)).IsOpen);
        await LookForAsync(TimeSpan.FromMinutes(8));

        Assert.False((await MineAsync(rule)).IsOpen);
        Assert.True((await MineAsync("heartbeat")).IsOpen);
    }

    [Fact]
    public async Task A_full_disk_stays_one_alarm_when_its_node_starts_anew()
    {
        await PlantAsync(Node + "$NOW, 10, 0.05)");
        await LookAsync();

        App.Clock.Advance(TimeSpan.FromSeconds(30));
        await PlantAsync("update nodes set stopped_at = $NOW where id = 'n1'");
        await PlantAsync(
            Node.Replace("'n1'", "'n2'", StringComparison.Ordinal) + "$NOW, 10, 0.04)"
        );
        await LookAsync();

        Assert.True((await MineAsync("disk")).IsOpen);
        Assert.Single(await SubjectsAsync(await MineAsync("disk")));
    }

    [Fact]
    public async Task A_node_that_is_silent_for_a_day_is_no_longer_missed()
    {
        await PlantAsync(Node + "$NOW - interval '2 minutes', 10, 0.5)");
        await LookAsync();

        App.Clock.Advance(TimeSpan.FromHours(23.5));
        await LookForAsync(TimeSpan.FromMinutes(10));
        Assert.True((await MineAsync("heartbeat")).IsOpen);
        await LookForAsync(TimeSpan.FromMinutes(30));

        Assert.False((await MineAsync("heartbeat")).IsOpen);
    }

    [Fact]
    public async Task A_rule_switched_off_opens_nothing_and_closes_what_is_open()
    {
        await PlantAsync(Slow);
        await LookAsync();
        await PlantAsync("insert into alarm_rules values ('latency', false, 2, 5)");

        await LookAsync();

        Assert.False((await OnlyAsync("latency")).IsOpen);
    }

    [Fact]
    public async Task Two_nodes_that_look_at_once_open_one_alarm_and_write_one_letter()
    {
        await PlantAsync(Slow);

        var looks = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Record.ExceptionAsync(LookAsync).AsTask())
        );

        Assert.Contains(looks, failed => failed is null);
        Assert.Single(await SubjectsAsync(await OnlyAsync("latency")));
    }

    [Fact]
    public async Task As_many_refused_sign_ins_as_always_at_this_hour_are_no_alarm()
    {
        await PlantAsync(
            "insert into measure_minutes select $NOW - i * interval '1 day' - m * interval '1 minute', 'sign-in.refused', '', 'n', 3, 0, 0 from generate_series(1, 7) i, generate_series(-50, 50) m"
        );
        await PlantAsync(
            "insert into measure_minutes values ($NOW, 'sign-in.refused', '', 'n', 50, 0, 0)"
        );

        await LookAsync();

        Assert.Empty(await AlarmsAsync("sign-ins"));
    }

    [Fact]
    public async Task Every_admin_who_may_sign_in_is_told_and_nobody_else()
    {
        await PlantAsync(
            "insert into users select (jsonb_populate_record(u, jsonb_build_object('id', gen_random_uuid(), 'name', 'Olaf Off', 'email', 'off@example.test', 'normalized_email', 'OFF@EXAMPLE.TEST', 'user_name', 'off@example.test', 'normalized_user_name', 'OFF@EXAMPLE.TEST', 'disabled_at', $NOW))).* from users u where role = 'Admin'"
        );
        await PlantAsync(Slow);
        await LookAsync();

        Assert.Equal(
            TestUsers.EmailOf(UserRole.Admin),
            await Database.AskAsync<string>("select string_agg(\"to\", ' ') from letters")
        );
    }

    [Fact]
    public async Task A_node_that_was_followed_by_another_on_its_host_is_not_missed()
    {
        await PlantAsync(Node + "$NOW - interval '2 minutes', 10, 0.5)");
        await PlantAsync(
            "insert into nodes (id, host, version, started_at, heartbeat_at) values ('n2', 'planted', '1', $NOW, $NOW)"
        );

        await LookAsync();

        Assert.DoesNotContain(await AlarmsAsync("heartbeat"), a => a.Subject == "planted n1");
    }

    async Task LookForAsync(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMinutes(2))
        {
            App.Clock.Advance(TimeSpan.FromMinutes(2));
            await LookAsync();
        }
    }

    async Task<Alarm> MineAsync(string rule) =>
        Assert.Single(
            await AlarmsAsync(rule),
            alarm =>
                rule is not ("heartbeat" or "lag" or "disk" or "jobs")
                || alarm.Subject.StartsWith("planted", StringComparison.Ordinal)
        );
}
