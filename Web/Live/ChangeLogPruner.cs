using Npgsql;

namespace StaffDashboard.Web.Live;

/// <summary>Keeps the change log an hour long. Apart from the reader, which must not wait for a long delete.</summary>
public sealed class ChangeLogPruner(
    NpgsqlDataSource database,
    TimeProvider time,
    ILogger<ChangeLogPruner> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minutes = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        while (await minutes.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var prune = database.CreateCommand("select prune_change_log()");
                await prune.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (NpgsqlException failed)
            {
                log.LogWarning(
                    failed,
                    "The change log could not be pruned; trying again in a minute"
                );
            }
        }
    }
}
