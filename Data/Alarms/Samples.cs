using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data.Alarms;

/// <summary>
/// What each look saw, kept among the figures as "alarm.latency": the graph of an alarm shows the very values that
/// opened and closed it. What nobody knew leaves a gap.
/// </summary>
public static class Samples
{
    public static async Task KeepAsync(
        Office office,
        AlarmKind kind,
        IReadOnlyList<Measured> measured,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var known = measured.Where(one => one.Value is not null).ToList();
        if (known.Count == 0)
            return;
        var subjects = known.Select(one => one.Subject).ToArray();
        var values = known.Select(one => one.Value!.Value).ToArray();
        await office.Database.ExecuteSqlAsync(
            $"""
            insert into measure_minutes (minute, name, label, node, count, sum, max)
            select date_trunc('minute', {now}), {Name(kind.Name)}, subject, '', 1, value, value
            from unnest({subjects}, {values}) seen (subject, value)
            on conflict (minute, name, label, node) do update set count = measure_minutes.count + 1,
              sum = measure_minutes.sum + excluded.sum, max = greatest(measure_minutes.max, excluded.max)
            """,
            stop
        );
    }

    /// <summary>The worst of each minute.</summary>
    public static Task<List<Sample>> OfAsync(
        Office office,
        string rule,
        string subject,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken stop
    ) =>
        office
            .Database.SqlQuery<Sample>(
                $"""
                select minute as "At", max as "Value" from measure_minutes
                where name = {Name(
                    rule
                )} and label = {subject} and minute >= {from} and minute <= {to}
                order by minute
                """
            )
            .ToListAsync(stop);

    static string Name(string rule) => "alarm." + rule;
}

public sealed record Sample(DateTimeOffset At, double Value);
