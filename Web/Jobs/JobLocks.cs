using Npgsql;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs;

/// <summary>
/// A job never runs twice at once, also not on two servers: it holds a lock of PostgreSQL meanwhile. Hangfire's own
/// would end after its time-out, and make workers wait.
/// </summary>
public sealed class JobLocks([FromKeyedServices(OfficeServices.Jobs)] NpgsqlDataSource database)
{
    // Any number will do, as long as every node takes the same one.
    const int Class = 716_533;

    /// <returns>Null when it runs already.</returns>
    public async Task<IAsyncDisposable?> TryTakeAsync(string job, CancellationToken stop)
    {
        var connection = await database.OpenConnectionAsync(stop);
        try
        {
            if (await AskAsync(connection, "pg_try_advisory_lock", job, stop))
                return new Taken(connection, job);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    static async Task<bool> AskAsync(
        NpgsqlConnection connection,
        string function,
        string job,
        CancellationToken stop
    )
    {
        await using var command = new NpgsqlCommand(
            $"select {function}({Class}, hashtext($1))",
            connection
        )
        {
            Parameters = { new() { Value = job } },
        };
        return await command.ExecuteScalarAsync(stop) is true;
    }

    sealed class Taken(NpgsqlConnection connection, string job) : IAsyncDisposable
    {
        // Back in the pool, the connection would go on holding it.
        public async ValueTask DisposeAsync()
        {
            try
            {
                await AskAsync(connection, "pg_advisory_unlock", job, CancellationToken.None);
            }
            // With the connection the lock is gone, too.
            catch (NpgsqlException) { }
            finally
            {
                await connection.DisposeAsync();
            }
        }
    }
}
