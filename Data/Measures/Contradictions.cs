namespace StaffDashboard.Data.Measures;

/// <summary>How often two places of the program said different things, by step.</summary>
public static class Contradictions
{
    public static async Task<IReadOnlyList<(DateTimeOffset At, long Count)>> CountAsync(
        Office office,
        Stretch stretch,
        TimeSpan step,
        CancellationToken stop
    )
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        await using var command = connection.Command(
            """
            select date_bin(@step, at, @from), count(*) from inconsistencies
            where at >= @from and at < @until group by 1
            """
        );
        command.Parameters.AddWithValue("step", step);
        command.Parameters.AddWithValue("from", stretch.From);
        command.Parameters.AddWithValue("until", stretch.Until);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var steps = new List<(DateTimeOffset, long)>();
        while (await reader.ReadAsync(stop))
            steps.Add((reader.GetFieldValue<DateTimeOffset>(0), reader.GetInt64(1)));
        return steps;
    }
}
