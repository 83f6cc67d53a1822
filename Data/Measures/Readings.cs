using Npgsql;
using NpgsqlTypes;

namespace StaffDashboard.Data.Measures;

/// <summary>
/// Reads what was measured. A whole hour that is summed up is read as one line, everything else minute by minute:
/// nothing is counted twice, nothing is left out.
/// </summary>
public sealed class Readings(NpgsqlDataSource database)
{
    // Hours that are not (or no longer) right are read by their minutes, one short stretch of the index each.
    const string Sql = """
        with hours as materialized (
          select hour, hour >= $2 and hour + interval '1 hour' <= $3 and hour < (select until from measure_rolled)
            and not exists (select from measure_late l where l.hour = h.hour)
            and date_bin($4, hour, $2) = date_bin($4, hour + interval '59 minutes', $2) rolled
          from generate_series(date_trunc('hour', $2, 'UTC'), $3 - interval '1 microsecond', interval '1 hour') h(hour)
        )
        select date_bin($4, at, $2), label, count, sum, max, case when $6 then buckets end
        from hours h cross join lateral (
          select hour at, label, count, sum, max, buckets from measure_hours
          where h.rolled and name = $1 and hour = h.hour and ($5::text is null or label = $5)
          union all
          select minute, label, count, sum, max, buckets from measure_minutes
          where not h.rolled and name = $1 and minute >= greatest(h.hour, $2)
            and minute < least(h.hour + interval '1 hour', $3) and ($5::text is null or label = $5)
        ) lines
        """;

    /// <param name="label">Null for all of them together.</param>
    public async Task<Reading> SumAsync(
        string name,
        string? label,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken stop = default
    )
    {
        var sum = new Running();
        await ReadAsync(
            name,
            label,
            from,
            to,
            to - from,
            true,
            (_, _, line) => sum.Add(line),
            stop
        );
        return sum.Reading;
    }

    /// <summary>One reading a step, the first one from <paramref name="from"/> on; where nothing was measured <see cref="Reading.None"/>.</summary>
    public async Task<IReadOnlyList<(DateTimeOffset At, Reading Reading)>> SeriesAsync(
        string name,
        DateTimeOffset from,
        DateTimeOffset to,
        TimeSpan step,
        string? label = null,
        CancellationToken stop = default
    )
    {
        var steps = new Dictionary<DateTimeOffset, Running>();
        for (var at = from; at < to; at += step)
            steps[at] = new Running();
        await ReadAsync(
            name,
            label,
            from,
            to,
            step,
            true,
            (at, _, line) => steps[at].Add(line),
            stop
        );
        return [.. steps.OrderBy(one => one.Key).Select(one => (one.Key, one.Value.Reading))];
    }

    /// <param name="distributions">Percentiles by label cost: without need of them leave it false.</param>
    public async Task<IReadOnlyDictionary<string, Reading>> ByLabelAsync(
        string name,
        DateTimeOffset from,
        DateTimeOffset to,
        bool distributions = false,
        CancellationToken stop = default
    )
    {
        var labels = new Dictionary<string, Running>(StringComparer.Ordinal);
        await ReadAsync(
            name,
            null,
            from,
            to,
            to - from,
            distributions,
            (_, label, line) =>
            {
                if (!labels.TryGetValue(label, out var sum))
                    labels[label] = sum = new Running();
                sum.Add(line);
            },
            stop
        );
        return labels.ToDictionary(
            one => one.Key,
            one => one.Value.Reading,
            StringComparer.Ordinal
        );
    }

    async Task ReadAsync(
        string name,
        string? label,
        DateTimeOffset from,
        DateTimeOffset to,
        TimeSpan step,
        bool distributions,
        Action<DateTimeOffset, string, Reading> read,
        CancellationToken stop
    )
    {
        if (to <= from)
            return;
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = name });
        command.Parameters.Add(new() { Value = from.ToUniversalTime() });
        command.Parameters.Add(new() { Value = to.ToUniversalTime() });
        command.Parameters.Add(new() { Value = step, NpgsqlDbType = NpgsqlDbType.Interval });
        command.Parameters.Add(
            new() { Value = (object?)label ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text }
        );
        command.Parameters.Add(new() { Value = distributions });
        await using var lines = await command.ExecuteReaderAsync(stop);
        while (await lines.ReadAsync(stop))
            read(
                lines.GetFieldValue<DateTimeOffset>(0).ToOffset(from.Offset),
                lines.GetString(1),
                new Reading(
                    lines.GetInt64(2),
                    lines.GetDouble(3),
                    lines.GetDouble(4),
                    await lines.IsDBNullAsync(5, stop) ? null : lines.GetFieldValue<int[]>(5)
                )
            );
    }

    /// <summary>Adds up in place: a month of one figure is thousands of distributions.</summary>
    sealed class Running
    {
        long count;
        double sum;
        double max;
        int[]? buckets;

        internal Reading Reading => count == 0 ? Reading.None : new(count, sum, max, buckets);

        internal void Add(Reading line)
        {
            count += line.Count;
            sum += line.Sum;
            max = Math.Max(max, line.Max);
            if (line.Buckets is null)
                return;
            buckets ??= new int[Distribution.Buckets];
            for (var i = 0; i < line.Buckets.Length; i++)
                buckets[i] += line.Buckets[i];
        }
    }
}
