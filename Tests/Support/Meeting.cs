using Npgsql;

namespace StaffDashboard.Tests.Support;

/// <summary>Somebody who is saving at this very moment: what they change is done, but not committed yet.</summary>
public sealed class Meeting : IAsyncDisposable
{
    readonly TestDatabase database;
    readonly NpgsqlConnection connection;
    readonly NpgsqlTransaction open;

    Meeting(TestDatabase database, NpgsqlConnection connection, NpgsqlTransaction open) =>
        (this.database, this.connection, this.open) = (database, connection, open);

    public static async Task<Meeting> BeginAsync(TestDatabase database, string sql)
    {
        var hand = new NpgsqlConnection(database.SuperuserConnectionString);
        await hand.OpenAsync();
        var meeting = new Meeting(database, hand, await hand.BeginTransactionAsync());
        await using var command = new NpgsqlCommand(sql, hand);
        await command.ExecuteNonQueryAsync();
        return meeting;
    }

    /// <summary>Lets somebody else run into it, and commits only then.</summary>
    public async Task<T> MeetAsync<T>(Func<Task<T>> other)
    {
        var answer = other();
        await Eventually.TrueAsync(async () =>
            answer.IsCompleted
            || await database.AskAsync<long>(
                "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
            ) > 0
        );
        Assert.False(answer.IsCompleted, "The other one did not wait: they never met.");
        await open.CommitAsync();
        return await answer;
    }

    public async ValueTask DisposeAsync()
    {
        await open.DisposeAsync();
        await connection.DisposeAsync();
    }
}
