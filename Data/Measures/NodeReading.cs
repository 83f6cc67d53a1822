namespace StaffDashboard.Data.Measures;

/// <summary>
/// One running program. Without a heartbeat for 15 seconds nobody knows how it is; its age is the database's word, for
/// two clocks differ.
/// </summary>
public sealed record NodeReading(
    string Id,
    string Host,
    string Version,
    DateTimeOffset StartedAt,
    DateTimeOffset HeartbeatAt,
    double LagMs,
    int Connections,
    long MemoryBytes,
    double? DiskFree,
    TimeSpan Age
)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public bool IsBeating => Age <= Patience;

    /// <summary>Those that did not say that they stop, and were heard of within a day.</summary>
    public static async Task<IReadOnlyList<NodeReading>> AllAsync(
        Office office,
        CancellationToken stop
    )
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        await using var command = connection.Command(
            """
            select id, host, version, started_at, heartbeat_at, lag_ms, connections, memory_bytes, disk_free_ratio,
              clock_timestamp() - heartbeat_at
            from nodes where stopped_at is null and heartbeat_at > clock_timestamp() - interval '1 day' order by host, started_at, id
            """
        );
        await using var reader = await command.ExecuteReaderAsync(stop);
        var nodes = new List<NodeReading>();
        while (await reader.ReadAsync(stop))
            nodes.Add(
                new(
                    reader.GetString(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    reader.GetFieldValue<DateTimeOffset>(3),
                    reader.GetFieldValue<DateTimeOffset>(4),
                    reader.GetDouble(5),
                    reader.GetInt32(6),
                    reader.GetInt64(7),
                    reader.NumberOrNull(8),
                    reader.GetTimeSpan(9)
                )
            );
        return nodes;
    }
}
