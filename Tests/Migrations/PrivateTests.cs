using Npgsql;
using StaffDashboard.Data.Users;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Migrations;

/// <summary>Private rows, tried by somebody else with the plain role of the program.</summary>
public sealed class PrivateTests(TestPostgres postgres) : IAsyncLifetime
{
    TestDatabase database = null!;
    Guid staff;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.CloneAsync();
        await TestUsers.EnsureAsync(database);
        staff = await IdAsync(UserRole.Staff);
        await database.RunAsync(
            $"""
            insert into person_minutes (minute, user_id, confirms) values (date_trunc('minute', now()), '{staff}', 7);
            insert into person_events (at, user_id, browser, kind) values (now(), '{staff}', '{staff}', 'state');
            insert into browsers (id, user_id, node, state, transport, opened_at, seen_at)
            values ('{staff}', '{staff}', 'n', 'live', '', now(), now())
            """
        );
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory]
    [InlineData("person_minutes", "confirms = 0")]
    [InlineData("person_hours", "confirms = 0")]
    [InlineData("person_days", "confirms = 0")]
    [InlineData("person_events", "detail = 'forged'")]
    [InlineData("browsers", "state = 'closed'")]
    public async Task What_was_measured_of_somebody_is_changed_and_removed_by_nobody_else(
        string table,
        string change
    )
    {
        foreach (var role in Enum.GetValues<UserRole>().Where(role => role != UserRole.Staff))
        {
            var me = await IdAsync(role);
            await using var connection = await AsAsync(me, $"{role}");
            Assert.Equal(1L, await AskAsync(connection, $"select count(*) from {table}"));
            Assert.Equal(0, await RunAsync(connection, $"update {table} set {change}"));
            Assert.Equal(0, await RunAsync(connection, $"update {table} set user_id = '{me}'"));
            Assert.Equal(0, await RunAsync(connection, $"delete from {table}"));
        }
        await using var own = await AsAsync(staff, "Staff");
        Assert.Equal(1, await RunAsync(own, $"update {table} set {change}"));
        await using var program = await AsAsync(null, "Program");
        Assert.Equal(1, await RunAsync(program, $"delete from {table}"));
    }

    [Theory]
    [InlineData("person_minutes (minute, user_id) values (now(), $1)")]
    [InlineData("person_hours (hour, user_id) values (now(), $1)")]
    [InlineData("person_days (day, user_id) values (now(), $1)")]
    [InlineData("person_events (at, user_id, browser, kind) values (now(), $1, $1, 'state')")]
    [InlineData(
        "browsers (id, user_id, node, state, transport, opened_at, seen_at) values (gen_random_uuid(), $1, 'n', 'live', '', now(), now())"
    )]
    public async Task Nobody_reports_measurements_for_somebody_else(string row)
    {
        await using var connection = await AsAsync(await IdAsync(UserRole.Manager), "Manager");

        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            RunAsync(
                connection,
                "insert into " + row.Replace("$1", $"'{staff}'", StringComparison.Ordinal)
            )
        );

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_problem_is_reported_for_oneself_answered_by_an_Admin_and_reworded_by_nobody()
    {
        const string Report =
            "insert into problem_reports (id, user_id, user_name, at, comment, page, version, context, state, answer)";
        await database.RunAsync(
            $"{Report} values ('{staff}', '{staff}', 'Sam', now(), 'It hangs', '/', '', '{{}}', 'New', '')"
        );
        foreach (var role in (UserRole[])[UserRole.Manager, UserRole.Admin])
        {
            await using var other = await AsAsync(await IdAsync(role), $"{role}");
            await RefusedAsync(
                other,
                $"{Report} values (gen_random_uuid(), '{staff}', 'Sam', now(), 'Forged', '/', '', '{{}}', 'New', '')"
            );
            await RefusedAsync(other, "update problem_reports set comment = 'Reworded'");
            await RefusedAsync(other, "delete from problem_reports");
            Assert.Equal(
                role == UserRole.Admin ? 1 : 0,
                await RunAsync(other, "update problem_reports set answer = 'Mended'")
            );
        }
        await using var own = await AsAsync(staff, "Staff");
        Assert.Equal(1, await RunAsync(own, "update problem_reports set seen_at = now()"));
        await RefusedAsync(own, "update problem_reports set comment = 'Reworded'");
    }

    static async Task RefusedAsync(NpgsqlConnection connection, string sql) =>
        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege,
            (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(connection, sql))).SqlState
        );

    [Theory]
    [InlineData("sessions", UserRole.Admin)]
    [InlineData("problem_reports", UserRole.Manager)]
    [InlineData("user_settings", null)]
    public async Task The_trail_of_a_private_table_is_as_private_as_the_table(
        string table,
        UserRole? least
    )
    {
        // Changed by their owner, and then by hand.
        await database.RunAsync(
            $"""
            insert into audit_log (action, table_name, row_id, actor_id, diff) values ('update', '{table}', '{staff}', '{staff}', '{"{}"}'),
              ('update', '{table}', gen_random_uuid()::text, null, '{"{}"}'), ('update', 'employees', '1', null, '{"{}"}')
            """
        );
        var lines = $"select count(*) from audit_log where table_name in ('{table}', 'employees')";

        foreach (var role in Enum.GetValues<UserRole>().Where(role => role != UserRole.Staff))
        {
            await using var other = await AsAsync(await IdAsync(role), $"{role}");
            Assert.Equal(role >= least ? 3L : 1L, await AskAsync(other, lines));
        }
        await using var own = await AsAsync(staff, "Staff");
        Assert.Equal(2L, await AskAsync(own, lines));
        await using var nobody = await AsAsync(null, "");
        Assert.Equal(1L, await AskAsync(nobody, lines));
    }

    [Fact]
    public async Task Every_private_table_that_is_recorded_is_private_in_the_trail()
    {
        var open = await database.AskAsync<string[]>(
            """
            select array_agg(c.relname::text) from pg_class c
            where c.relrowsecurity and c.relforcerowsecurity and exists (
              select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
              where t.tgrelid = c.oid and p.proname = 'record_' || c.relname || '_update')
            and position('''' || c.relname || '''' in (
              select pg_get_expr(polqual, polrelid) from pg_policy where polrelid = 'audit_log'::regclass)) = 0
            """
        );

        Assert.Null(open);
    }

    Task<Guid> IdAsync(UserRole role) =>
        database.AskAsync<Guid>($"select id from users where email = '{TestUsers.EmailOf(role)}'");

    async Task<NpgsqlConnection> AsAsync(Guid? who, string role)
    {
        var connection = new NpgsqlConnection(database.AppConnectionString);
        await connection.OpenAsync();
        await RunAsync(
            connection,
            $"select set_config('app.user_id', '{who}', false), set_config('app.user_role', '{role}', false)"
        );
        return connection;
    }

    static async Task<object?> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    static async Task<int> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }
}
