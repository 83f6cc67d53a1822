using Npgsql;

namespace StaffDashboard.Web.Hosting;

/// <summary>A server may start in the same minute as we do: half a minute of patience, then one line.</summary>
static class WaitFor
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    internal static async Task DatabaseAsync(
        string connectionString,
        string setting,
        CancellationToken stop,
        TimeSpan? patience = null
    )
    {
        var began = TimeProvider.System.GetTimestamp();
        var pause = TimeSpan.FromMilliseconds(250);
        while (true)
        {
            try
            {
                await AskAsync(connectionString, stop);
                return;
            }
            catch (Exception e)
                when (IsHopeless(e)
                    || TimeProvider.System.GetElapsedTime(began) > (patience ?? Patience)
                )
            {
                throw new StartRefused(
                    StartRefused.Unavailable,
                    $"{setting}: {Where(connectionString)} does not let us in: {DatabaseEncryption.Explain(e)}",
                    e
                );
            }
            catch (Exception e) when (e is NpgsqlException or TimeoutException)
            {
                await Task.Delay(pause, stop);
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, TimeSpan.TicksPerSecond * 4));
            }
        }
    }

    static async Task AskAsync(string connectionString, CancellationToken stop)
    {
        var once = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            Timeout = 5,
        };
        await using var connection = new NpgsqlConnection(once.ToString());
        await connection.OpenAsync(stop);
    }

    // A wrong password or a database that is not there does not mend itself by waiting.
    static bool IsHopeless(Exception e) =>
        DatabaseEncryption.IsRefused(e)
        || e
            is PostgresException
            {
                SqlState: ['2', '8', ..] or PostgresErrorCodes.InvalidCatalogName
            };

    static string Where(string connectionString)
    {
        var parsed = new NpgsqlConnectionStringBuilder(connectionString);
        return $"PostgreSQL at {parsed.Host}:{parsed.Port}";
    }
}
