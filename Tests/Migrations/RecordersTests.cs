using Npgsql;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Migrations;

/// <summary>What the trail and the change log say of a statement, to the letter.</summary>
public sealed class RecordersTests(TestPostgres postgres) : IAsyncLifetime
{
    const string Ann = "018f3a5e-0000-7000-8000-000000000001";

    TestDatabase database = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CloneAsync();
        await database.RunAsync("delete from change_log");
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task One_row_is_recorded_with_what_became_of_each_column()
    {
        await AddAsync("Ann", Ann);
        await database.RunAsync(
            $"update employees set phone = '+4915123456701', skills = '{{bar}}' where id = '{Ann}'"
        );
        await database.RunAsync(
            $"update employees set phone = '+4915123456701' where id = '{Ann}'"
        );
        await database.RunAsync("update employees set notes = 'of nobody' where name = 'Nobody'");
        await database.RunAsync($"delete from employees where id = '{Ann}'");

        string[] trail =
        [
            $$"""insert employees {{Ann}} {{Ann}} {"id": [null, "{{Ann}}"], "name": [null, "Ann"], "employment": [null, "FullTime"]}""",
            $$"""update employees {{Ann}} {{Ann}} {"phone": [null, "+4915123456701"], "skills": [[], ["bar"]]}""",
            $$"""delete employees {{Ann}} {{Ann}} {"id": ["{{Ann}}", null], "name": ["Ann", null], "notes": ["", null], "phone": ["+4915123456701", null], "skills": [["bar"], null], "employment": ["FullTime", null], "always_needed": [false, null], "opening_hours": [0.00, null]}""",
        ];
        Assert.Equal(string.Join('\n', trail), string.Join('\n', await TrailAsync()));
        var each = $"{{person:{Ann},team}}";
        Assert.Equal(string.Join(' ', each, each, each), string.Join(' ', await ToldAsync()));
    }

    [Fact]
    public async Task Several_rows_are_recorded_each_and_told_in_one_line()
    {
        await AddAsync("Ann", "Bob", "Cleo");
        await ForgetAsync();

        await database.RunAsync(
            "update employees set notes = case name when 'Ann' then '' else 'new' end"
        );

        Assert.All(
            await TrailAsync(),
            line => Assert.EndsWith("""{"notes": ["", "new"]}""", line, StringComparison.Ordinal)
        );
        Assert.Equal(2, (await TrailAsync()).Length);
        Assert.Equal(3, Assert.Single(await ToldAsync()).Split("person:").Length - 1);
    }

    [Theory]
    [InlineData(200, 200)]
    [InlineData(201, 1)]
    public async Task More_than_200_people_are_told_as_everybody(int people, int topics)
    {
        await database.RunAsync(
            $$"""
            insert into employees (id, name, skills, employment, always_needed, notes, opening_hours)
            select gen_random_uuid(), 'Number ' || i, '{}', 'FullTime', false, '', 0 from generate_series(1, {{people}}) i
            """
        );
        await database.RunAsync("update employees set notes = 'new'");
        await database.RunAsync("delete from employees");

        foreach (var told in await ToldAsync())
        {
            Assert.Equal(topics, told.Split("person:").Length - 1);
            Assert.Equal(people > 200, told == "{person:*,team}");
        }
        Assert.Equal(3, (await ToldAsync()).Length);
        Assert.Equal(3 * people, (await TrailAsync()).Length);
    }

    [Theory]
    [InlineData("update employees set id = gen_random_uuid() where name = 'Ann'")]
    [InlineData("update employees set id = gen_random_uuid()")]
    [InlineData("truncate employees cascade")]
    public async Task What_would_pass_by_the_trail_is_refused(string sql)
    {
        await AddAsync("Ann", "Bob", "Cleo");

        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.RunAsync(sql));

        Assert.Equal(PostgresErrorCodes.RestrictViolation, refused.SqlState);
        Assert.Contains("employees", refused.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_recorded_without_its_value_and_progress_is_not_recorded()
    {
        await TestUsers.EnsureAsync(database);
        await database.RunAsync(
            """
            insert into imports (id, table_name, owner_id, file_name, separator, columns, mapping, new_roles, new_role_ids, add_roles, added, cancel_requested,
              leave_rejected_out, progress, rejected, state, total, unchanged, update_by_phone, updated)
            select '018f3a5e-0000-7000-8000-000000000002', 'employees', id, 'team.csv', ',', '{Name}', '{}', '{}', '{}', false, 0, false, false, 0, 0, 'Saving', 0, 0, false, 0
            from users limit 1
            """
        );
        await ForgetAsync();

        await database.RunAsync("update users set password_hash = 'secret' where role = 'Admin'");
        await database.RunAsync("update imports set progress = 5");

        Assert.EndsWith(
            """{"password_hash": [null, null]}""",
            Assert.Single(await TrailAsync()),
            StringComparison.Ordinal
        );
        Assert.Equal("{import:018f3a5e-0000-7000-8000-000000000002}", (await ToldAsync())[1]);
    }

    [Fact]
    public async Task A_value_given_up_is_announced_to_those_who_view_what_it_is_about()
    {
        await AddAsync("Ann", Ann);
        await ForgetAsync();

        await database.RunAsync(
            $$"""select keep_given_up('employees', '{{Ann}}', '{{Ann}}', 'person:{{Ann}}', '{"name": ["Ann", "Anne"]}')"""
        );
        await database.RunAsync(
            """select keep_given_up('work_roles', '7', null, 'work-roles', '{"name": ["Bar", "Pub"]}')"""
        );

        Assert.Equal([$"{{person:{Ann}}}", "{work-roles}"], await ToldAsync());
        Assert.Equal(
            2,
            (await TrailAsync()).Count(line =>
                line.StartsWith("given-up", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public async Task An_erasure_is_told_after_the_person()
    {
        await AddAsync("Ann", Ann);
        await ForgetAsync();

        await database.RunAsync(
            $"select set_config('app.user_role', 'Admin', false); select erase_record('employees', '{Ann}', 'Erased person', array['work_role_id','employment','opening_hours'])"
        );

        Assert.Equal([$"{{person:{Ann},team}}", "{erasure}"], await ToldAsync());
    }

    [Fact]
    public async Task A_planned_silence_reaches_those_who_watch_the_alarms()
    {
        await TestUsers.EnsureAsync(database);
        await ForgetAsync();

        await database.RunAsync(
            """
            insert into alarm_silences (id, rule, "from", until, reason, by) values (gen_random_uuid(), null, now(), now() + interval '1 hour', 'Moving house', 'Ann');
            """
        );
        await database.RunAsync("update alarm_silences set reason = 'Moved'");
        await database.RunAsync("delete from alarm_silences");

        Assert.Equal("{alarms} {alarms} {alarms}", string.Join(' ', await ToldAsync()));
        Assert.Equal(3, (await TrailAsync()).Length);
    }

    [Fact]
    public async Task Whoever_asks_from_before_the_pruning_is_below_the_floor()
    {
        await database.RunAsync(
            "insert into change_log (topics, at) values ('{old}', now() - interval '61 minutes')"
        );
        await database.RunAsync(
            "insert into change_log (topics, at) values ('{older}', now() - interval '2 hours')"
        );
        await database.RunAsync(
            "insert into change_log (topics, at) values ('{young}', now() - interval '59 minutes')"
        );
        var last = await database.AskAsync<string>(
            "select xid::text from change_log where topics = '{older}'"
        );

        await database.RunAsync("select prune_change_log()");

        Assert.Equal("{young}", Assert.Single(await ToldAsync()));
        Assert.Equal(
            last,
            await database.AskAsync<string>("select xid::text from change_log_floor")
        );
        await database.RunAsync("select prune_change_log()");
        Assert.Equal(
            last,
            await database.AskAsync<string>("select xid::text from change_log_floor")
        );
    }

    async Task AddAsync(string name, string id) =>
        await database.RunAsync(
            $$"""
            insert into employees (id, name, skills, employment, always_needed, notes, opening_hours, created_at)
            values ('{{id}}', '{{name}}', '{}', 'FullTime', false, '', 0, '2026-01-01');
            update audit_log set diff = diff - 'created_at' where row_id = '{{id}}'
            """
        );

    async Task AddAsync(params string[] names)
    {
        foreach (var name in names)
            await AddAsync(name, Guid.CreateVersion7().ToString());
    }

    Task ForgetAsync() => database.RunAsync("delete from audit_log; delete from change_log");

    async Task<string[]> TrailAsync() =>
        await database.AskAsync<string[]>(
            "select array_agg(concat_ws(' ', action, table_name, row_id, person_id, diff - 'created_at') order by at, id) from audit_log"
        ) ?? [];

    async Task<string[]> ToldAsync() =>
        await database.AskAsync<string[]>(
            "select array_agg(topics::text order by id) from change_log"
        ) ?? [];
}
