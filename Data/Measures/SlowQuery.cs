namespace StaffDashboard.Data.Measures;

/// <summary>A question to the database that took too long, with how the database went about it.</summary>
public sealed record SlowQuery(
    long Id,
    DateTimeOffset At,
    string Node,
    string Operation,
    double Ms,
    string Sql,
    string? Plan
)
{
    public static async Task<IReadOnlyList<SlowQuery>> SlowestAsync(
        Office office,
        Stretch stretch,
        string? node,
        int limit,
        CancellationToken stop
    )
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        await using var command = connection.Command(
            """
            select id, at, node, operation, duration_ms, sql, plan from slow_queries
            where at >= @from and at < @until and (@node::text is null or node = @node)
            order by duration_ms desc, id desc limit @limit
            """
        );
        command.Parameters.AddWithValue("from", stretch.From);
        command.Parameters.AddWithValue("until", stretch.Until);
        command.Parameters.AddText("node", node);
        command.Parameters.AddWithValue("limit", limit);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var queries = new List<SlowQuery>();
        while (await reader.ReadAsync(stop))
            queries.Add(
                new(
                    reader.GetInt64(0),
                    reader.GetFieldValue<DateTimeOffset>(1),
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetDouble(4),
                    reader.GetString(5),
                    reader.TextOrNull(6)
                )
            );
        return queries;
    }
}
