using Npgsql;
using StaffDashboard.Migrations;
using StaffDashboard.Tests.Support;

namespace StaffDashboard.Tests.Migrations;

public sealed class SchemaTests(TestPostgres postgres)
{
    // The one that every node takes.
    const string Turn = "select pg_advisory_lock(7165331902)";

    [Fact]
    public async Task Waiting_for_another_migration_outlasts_the_statement_timeout()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var database = await postgres.CloneAsync();
        var busy = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(database.OwnerConnectionString)
            {
                Pooling = false,
            }.ToString()
        );
        await busy.OpenAsync(stop);
        await using (var take = new NpgsqlCommand(Turn, busy))
            await take.ExecuteNonQueryAsync(stop);

        var waiting = Schema.UpgradeAsync(
            database.OwnerConnectionString + ";Command Timeout=1;Cancellation Timeout=-1",
            stop
        );
        await Task.WhenAny(waiting, LongAsync(database));
        await busy.DisposeAsync();

        Assert.Empty(await waiting);
    }

    [Fact]
    public async Task A_schema_that_an_older_server_left_open_to_everybody_is_closed()
    {
        await using var database = await postgres.EmptyAsync();
        await database.RunAsync("grant create on schema public to public");

        await Schema.UpgradeAsync(
            database.OwnerConnectionString,
            TestContext.Current.CancellationToken
        );

        Assert.False(
            await database.AskAsync<bool>(
                "select has_schema_privilege('staffdashboard_app', 'public', 'create')"
            )
        );
    }

    [Fact]
    public async Task A_database_of_other_migrations_is_not_touched()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var database = await postgres.EmptyAsync();
        await database.RunAsync(OtherMigrations.Sql);

        await Assert.ThrowsAsync<ForeignSchema>(() =>
            Schema.UpgradeAsync(database.OwnerConnectionString, stop)
        );

        Assert.True(await Schema.IsForeignAsync(database.OwnerConnectionString, stop));
        Assert.True(await database.AskAsync<bool>("select to_regclass('users') is null"));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_left_as_it_is()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var database = await postgres.CloneAsync();
        await database.RunAsync(
            """insert into "__EFMigrationsHistory" values ('29991231000000_Tomorrow', '10.0.0')"""
        );

        Assert.Empty(await Schema.UpgradeAsync(database.OwnerConnectionString, stop));
        Assert.Empty(await Schema.MissingAsync(database.AppConnectionString, stop));
        Assert.False(await Schema.IsForeignAsync(database.AppConnectionString, stop));
    }

    static Task LongAsync(TestDatabase database) =>
        Eventually.TrueAsync(() =>
            database.AskAsync<bool>(
                "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and now() - query_start > interval '3 seconds')"
            )
        );
}
