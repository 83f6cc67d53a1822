namespace StaffDashboard.Data.Measures;

/// <summary>What one person's browsers told, by the same names as everybody's; without distributions, which are not kept for one.</summary>
public static class PersonTotals
{
    const string Columns =
        "confirms, confirm_ms, confirm_max_ms, swaps, swap_ms, swap_max_ms, failures, rollbacks, conflicts, retries, failed_swaps, refreshes, reconnects, live_s, poor_s, polling_s, offline_s, queue_max, queue_age_max_s";

    static readonly string Sql = $"""
        select date_bin(@step, at, @from), v.name, v.label, sum(v.count)::bigint, sum(v.sum)::float8, max(v.max)::float8
        from (
          {HoursAndMinutes.OfPeople(Columns, "user_id = @person")}
        ) l cross join lateral (values
          ('sync.confirmed', '', confirms, confirm_ms, confirm_max_ms), ('sync.seen', '', swaps, swap_ms, swap_max_ms),
          ('sync.failed', '', failures, 0, 0), ('sync.rolled-back', '', rollbacks, 0, 0),
          ('sync.conflict', '', conflicts, 0, 0), ('sync.retry', '', retries, 0, 0),
          ('sync.failed-swap', '', failed_swaps, 0, 0), ('sync.refresh', '', refreshes, 0, 0),
          ('sync.reconnect', '', reconnects, 0, 0), ('sync.state', 'live', 1, live_s, 0),
          ('sync.state', 'poor', 1, poor_s, 0), ('sync.state', 'polling', 1, polling_s, 0),
          ('sync.state', 'offline', 1, offline_s, 0), ('sync.queue', '', 1, queue_max, queue_max),
          ('sync.queue-age', '', 1, queue_age_max_s, queue_age_max_s)
        ) v (name, label, count, sum, max) group by 1, 2, 3
        """;

    public static async Task<Totals> OfAsync(
        Office office,
        Guid person,
        Stretch stretch,
        TimeSpan step,
        CancellationToken stop
    )
    {
        var hours = stretch.IsCutByHours(step)
            ? stretch.WholeHours(stretch.Until)
            : Stretch.Empty(stretch.From);
        await using var connection = await office.HoldConnectionAsync(stop);
        await using var command = connection.Command(Sql);
        command.Parameters.AddWithValue("person", person);
        command.Parameters.AddWithValue("step", step);
        command.Parameters.AddStretch(stretch, hours);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var lines = new List<MeasureLine>();
        while (await reader.ReadAsync(stop))
            lines.Add(
                new(
                    reader.GetFieldValue<DateTimeOffset>(0),
                    reader.GetString(1),
                    reader.GetString(2),
                    new(reader.GetInt64(3), reader.GetDouble(4), reader.GetDouble(5), null)
                )
            );
        return new(lines);
    }
}
