using Npgsql;

namespace StaffDashboard.Web.Live;

static class OwnConnection
{
    /// <summary>
    /// Outside the pool: a listener in the pool would leave LISTEN behind, and a full pool would silence the office.
    /// Short time-outs: a server that vanished without a word must be noticed within seconds.
    /// </summary>
    internal static async Task<NpgsqlConnection> OpenAsync(
        NpgsqlDataSource database,
        string purpose,
        CancellationToken stop
    )
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Pooling = false,
            Enlist = false,
            MaxAutoPrepare = 10,
            Timeout = 5,
            CommandTimeout = 5,
            ApplicationName = $"staffdashboard {purpose}",
        };
        await using var template = database.CreateConnection();
        var connection = await template.CloneWithAsync(settings.ConnectionString, stop);
        try
        {
            await connection.OpenAsync(stop);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
