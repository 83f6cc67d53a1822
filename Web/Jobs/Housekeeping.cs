using Npgsql;

namespace StaffDashboard.Web.Jobs;

/// <summary>At every start and once a day: room for the trail of the months to come, and no sessions that ran out.</summary>
sealed class Housekeeping(NpgsqlDataSource database, TimeProvider clock, ILogger<Housekeeping> log)
    : BackgroundService
{
    static readonly TimeSpan Day = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var days = new PeriodicTimer(Day, clock);
        do
        {
            try
            {
                await using var tidy = database.CreateCommand(
                    "select prepare_audit_log(), forget_expired_sessions()"
                );
                await tidy.ExecuteNonQueryAsync(stoppingToken);
            }
            catch (NpgsqlException failed)
            {
                // Nothing is lost: the trail has a partition for everything else, a session that ran out opens nothing.
                log.LogWarning(failed, "The house could not be kept today; trying again tomorrow");
            }
        } while (await days.WaitForNextTickAsync(stoppingToken));
    }
}
