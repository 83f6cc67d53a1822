using Microsoft.EntityFrameworkCore;
using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Migrations;

/// <summary>What must be true of every table, also of those that do not exist yet.</summary>
public sealed class CatalogueTests(TestPostgres postgres) : IAsyncLifetime
{
    /// <summary>Tables whose changes are not recorded, and why.</summary>
    static readonly Dictionary<string, string> Unrecorded = new()
    {
        ["audit_log"] = "it is the trail",
        ["change_log"] = "it is the announcement",
        ["change_log_floor"] = "how far the announcements were forgotten",
        ["sign_in_throttles"] = "counters of strangers, no business of the office",
        ["data_protection_keys"] = "keys of the program, changed by nobody",
        ["import_rows"] =
            "the lines of an uploaded file; what becomes of them is recorded on people",
        ["import_records"] = "what an import is about to write, kept only while it runs",
        ["skills"] = "derived from people, where it is recorded",
        ["__EFMigrationsHistory"] = "EF's own",
        ["saved_answers"] = "what was answered, not what was changed",
        ["alarm_calls"] = "messages on their way; the alarm they tell of is recorded",
        ["letters"] = "letters on their way; what they tell of is recorded",
        ["job_runs"] = "the program's own work, kept in its own history",
        ["daily_reports"] = "a picture of figures",
        ["measure_minutes"] = Measured,
        ["measure_hours"] = Measured,
        ["measure_node_hours"] = Measured,
        ["measure_rolled"] = Measured,
        ["measure_late"] = Measured,
        ["person_minutes"] = Measured,
        ["person_hours"] = Measured,
        ["person_days"] = Measured,
        ["person_events"] = Measured,
        ["browsers"] = Measured,
        ["slow_queries"] = Measured,
        ["nodes"] = Measured,
        ["readiness_probe"] = "written to see whether it can be, and taken back",
        ["presence"] = "who is here at this moment, gone with them",
        ["inconsistencies"] = Measured,
    };

    const string Measured = "a figure that was measured, changed by nobody";

    static readonly string[] Private =
    [
        "problem_reports",
        "saved_answers",
        "sessions",
        "user_settings",
    ];

    /// <summary>Private, too, and asked by SQL alone: there is no entity that could have a filter.</summary>
    static readonly string[] PrivateFigures =
    [
        "browsers",
        "person_days",
        "person_events",
        "person_hours",
        "person_minutes",
    ];

    static readonly string[] WithTheOwnersRights =
    [
        "erase_record",
        "forget_expired_sessions",
        "forget_measures",
        "forget_saved_answers",
        "keep_given_up",
        "prepare_audit_log",
        "prepare_measures",
        "prune_change_log",
        "roll_up_measures",
    ];

    TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await postgres.CloneAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Every_table_records_each_kind_of_change_or_says_why_not()
    {
        var recorded = await ListAsync(
            """
            select c.relname from pg_class c join pg_trigger t on t.tgrelid = c.oid join pg_proc p on p.oid = t.tgfoid
            where p.proname in (select 'record_' || c.relname || '_' || kind from unnest('{insert,update,delete}'::text[]) kind)
              and t.tgenabled = 'O'
            group by c.relname having count(distinct p.proname) = 3
            """
        );

        Assert.Empty((await TablesAsync()).Except(recorded).Except(Unrecorded.Keys));
        Assert.Empty(Unrecorded.Keys.Intersect(recorded));
    }

    [Fact]
    public async Task Every_recorded_table_is_recorded_by_its_key_and_keeps_it() =>
        Assert.Empty(
            await ListAsync(
                """
                select c.relname from pg_class c join pg_trigger t on t.tgrelid = c.oid join pg_proc p on p.oid = t.tgfoid
                where p.proname = 'record_' || c.relname || '_update' and not (
                  exists (select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                    where i.indisprimary and i.indnkeyatts = 1 and i.indrelid = c.oid
                    and strpos(p.prosrc, format('to_jsonb(o) ->> %L', a.attname)) > 0)
                  and 2 = (select count(*) from pg_trigger k where k.tgrelid = c.oid and k.tgenabled = 'O'
                    and k.tgfoid in (to_regproc('refuse_new_key'), to_regproc('refuse_truncate'))))
                """
            )
        );

    [Fact]
    public async Task Every_private_table_has_both_locks()
    {
        var locked = await ListAsync(
            """
            select c.relname from pg_class c where c.relkind in ('r', 'p') and c.relrowsecurity and c.relforcerowsecurity
            and exists (select from pg_policy p where p.polrelid = c.oid and p.polqual is not null and p.polwithcheck is not null)
            order by 1
            """
        );
        await using var office = new Office(Schema.Options(database.AppConnectionString));
        var filtered = office
            .Model.GetEntityTypes()
            .Where(type => type.FindDeclaredQueryFilter("Visible") is not null)
            .Select(type => type.GetTableName()!)
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            Private.Concat(PrivateFigures).Order(StringComparer.Ordinal),
            locked.Order(StringComparer.Ordinal)
        );
        Assert.Equal(Private, filtered);
    }

    [Fact]
    public async Task The_programs_role_owns_nothing_and_passes_no_lock()
    {
        Assert.Empty(
            await ListAsync(
                "select relname from pg_class where relowner = 'staffdashboard_app'::regrole"
            )
        );
        Assert.Empty(
            await ListAsync(
                "select proname from pg_proc where proowner = 'staffdashboard_app'::regrole"
            )
        );
        Assert.Empty(
            await ListAsync(
                """
                select rolname from pg_roles where rolname = 'staffdashboard_app'
                and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
                """
            )
        );
        Assert.Empty(
            await ListAsync(
                """
                select roleid::regrole::text from pg_auth_members where member = 'staffdashboard_app'::regrole
                """
            )
        );
    }

    [Theory]
    [InlineData("update audit_log set actor = 'nobody'")]
    [InlineData("delete from audit_log")]
    [InlineData(
        "insert into audit_log (action, table_name, row_id, diff) values ('update', 'users', '1', '{}')"
    )]
    [InlineData("truncate audit_log")]
    [InlineData("insert into change_log (topics) values ('{team}')")]
    [InlineData("delete from employees")]
    [InlineData("update data_protection_keys set xml = ''")]
    [InlineData("alter table users disable trigger all")]
    [InlineData("drop policy own on sessions")]
    [InlineData("set session_replication_role = replica")]
    public async Task The_program_cannot_change_what_was_written_down(string sql)
    {
        await using var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);

        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            command.ExecuteNonQueryAsync()
        );

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_program_has_the_owners_rights_for_these_things_only() =>
        Assert.Equal(
            WithTheOwnersRights,
            await ListAsync(
                """
                select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
                and has_function_privilege('staffdashboard_app', oid, 'execute') order by proname
                """
            )
        );

    [Fact]
    public async Task The_trail_has_a_part_for_this_month_and_the_next_three() =>
        Assert.Empty(
            await ListAsync(
                """
                select to_char(m, 'YYYY_MM') from generate_series(date_trunc('month', now()), now() + interval '3 months', interval '1 month') m
                where not exists (select from pg_inherits where inhparent = 'audit_log'::regclass
                    and inhrelid = to_regclass('audit_log_' || to_char(m, 'YYYY_MM')))
                """
            )
        );

    [Fact]
    public async Task A_temporary_table_of_the_same_name_takes_no_record_away()
    {
        await using var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync();
        await AskAsync(
            connection,
            """
            create temp table audit_log (like public.audit_log including defaults);
            create temp table change_log (like public.change_log including defaults);
            create domain pg_temp.jsonb as text check (value is null);
            create domain pg_temp.uuid as text check (value is null);
            create domain pg_temp.text as varchar check (value is null);
            set search_path = pg_temp, public
            """
        );

        foreach (
            var sql in (string[])
                [
                    "insert into employees (id, name, skills, employment, always_needed, notes, opening_hours) values (gen_random_uuid(), 'Ann', '{}', 'FullTime', false, '', 0), (gen_random_uuid(), 'Bob', '{}', 'FullTime', false, '', 0)",
                    "update employees set notes = 'one' where name = 'Ann'",
                    "update employees set notes = 'two'",
                    "insert into work_roles (id, name, hue) values (gen_random_uuid(), 'Bar', 1)",
                    "delete from work_roles",
                ]
        )
            await AskAsync(connection, sql);

        Assert.Equal(
            7L,
            await database.AskAsync<long>(
                "select count(*) from audit_log where table_name in ('employees', 'work_roles')"
            )
        );
        Assert.Equal(
            5L,
            await database.AskAsync<long>(
                "select count(*) from change_log where 'team' = any (topics) or 'work-roles' = any (topics)"
            )
        );
        Assert.Equal(0L, await AskAsync(connection, "select count(*) from pg_temp.audit_log"));
    }

    [Fact]
    public async Task Somebody_elses_sessions_are_behind_both_locks()
    {
        await TestUsers.EnsureAsync(database);
        await database.RunAsync(
            """
            insert into sessions (id, user_id, key_hash, stamp, browser, address, created_at, last_seen_at, expires_at)
            select gen_random_uuid(), id, sha256(email::bytea), security_stamp, '', '', now(), now(), now() + interval '1 day' from users
            """
        );
        var me = await database.AskAsync<Guid>("select id from users where role = 'Staff'");
        await using var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync();

        Assert.Equal(0L, await AskAsync(connection, "select count(*) from sessions"));
        await AskAsync(connection, $"select set_config('app.user_id', '{me}', false)");
        Assert.Equal(1L, await AskAsync(connection, "select count(*) from sessions"));
        await AskAsync(connection, "delete from sessions");
        Assert.Equal(2L, await database.AskAsync<long>("select count(*) from sessions"));
    }

    static async Task<object?> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    Task<List<string>> TablesAsync() =>
        ListAsync(
            """
            select relname from pg_class where relkind in ('r', 'p') and not relispartition
            and relnamespace = 'public'::regnamespace
            """
        );

    async Task<List<string>> ListAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(database.SuperuserConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
            names.Add(reader.GetString(0));
        return names;
    }
}
