using Npgsql;
using NpgsqlTypes;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Measures;

/// <summary>Says every five seconds that this node is there, and how it does. Who hears nothing knows nothing.</summary>
sealed class Heartbeat(
    MeterEar ear,
    LastLag lag,
    LiveConnections connections,
    MeasureSettings settings,
    [FromKeyedServices(OfficeServices.Reserved)] NpgsqlDataSource database,
    Node node,
    TimeProvider clock,
    ILogger<Heartbeat> log
) : Background
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(3);

    const string Sql = """
        insert into nodes (id, host, version, started_at, heartbeat_at, lag_ms, connections, memory_bytes, disk_free_ratio, stopped_at)
        values ($1, $2, $3, $4, clock_timestamp(), $5, $6, $7, $8, case when $9 then clock_timestamp() end)
        on conflict (id) do update set heartbeat_at = excluded.heartbeat_at, lag_ms = excluded.lag_ms,
          connections = excluded.connections, memory_bytes = excluded.memory_bytes,
          disk_free_ratio = excluded.disk_free_ratio, stopped_at = excluded.stopped_at
        """;

    readonly DateTimeOffset startedAt = clock.GetUtcNow();
    bool isLate;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(Every, clock);
        do
        {
            await TryAsync(isLast: false, stoppingToken);
        } while (await ticks.WaitForNextTickAsync(stoppingToken));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LastPatience);
        await TryAsync(isLast: true, limit.Token);
    }

    async Task TryAsync(bool isLast, CancellationToken stop)
    {
        try
        {
            ear.Sample();
            await BeatAsync(isLast, stop);
            isLate = false;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
        // Whatever it was: an exception that left here would end the whole program. It is said once, not every five seconds.
        catch (Exception failed)
        {
            if (!isLate)
                log.LogWarning(
                    failed,
                    "The heartbeat of this node could not be written; trying again"
                );
            isLate = true;
        }
    }

    async Task BeatAsync(bool isLast, CancellationToken stop)
    {
        await using var command = database.CreateCommand(Sql);
        command.CommandTimeout = (int)Every.TotalSeconds;
        Add(node.Id);
        Add(Environment.MachineName);
        Add(node.Version);
        Add(startedAt);
        Add(lag.Take());
        Add(isLast ? 0 : connections.All.Count);
        Add(Environment.WorkingSet);
        command.Parameters.Add(
            new()
            {
                Value = (object?)FreeRatio() ?? DBNull.Value,
                NpgsqlDbType = NpgsqlDbType.Double,
            }
        );
        Add(isLast);
        await command.ExecuteNonQueryAsync(stop);

        void Add(object value) => command.Parameters.Add(new() { Value = value });
    }

    double? FreeRatio()
    {
        try
        {
            var disk = new DriveInfo(settings.DataFolder);
            return disk.TotalSize == 0 ? null : (double)disk.AvailableFreeSpace / disk.TotalSize;
        }
        catch (Exception unknown)
            when (unknown is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
