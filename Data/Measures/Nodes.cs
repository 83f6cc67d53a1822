namespace StaffDashboard.Data.Measures;

/// <summary>One running program. Without a heartbeat for 15 seconds nobody knows how it is.</summary>
public sealed record Node(
    string Id,
    string Host,
    string Version,
    DateTimeOffset StartedAt,
    DateTimeOffset HeartbeatAt,
    double LagMs,
    int Connections,
    long MemoryBytes,
    double? DiskFree
)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public bool IsBeating(DateTimeOffset now) => now - HeartbeatAt <= Patience;

    /// <summary>Those that did not say that they stop, and were heard of within a day.</summary>
    public static async Task<IReadOnlyList<Node>> AllAsync(
        Office office,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        await using var command = await office.CommandAsync(
            """
            select id, host, version, started_at, heartbeat_at, lag_ms, connections, memory_bytes, disk_free_ratio
            from nodes where stopped_at is null and heartbeat_at > @now - interval '1 day' order by host, started_at, id
            """,
            stop
        );
        command.Parameters.AddWithValue("now", now);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var nodes = new List<Node>();
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
                    reader.NumberOrNull(8)
                )
            );
        return nodes;
    }
}
