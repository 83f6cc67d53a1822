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

    /// <summary>The worst of each step; by the hour where the minutes are no longer kept.</summary>
    public static Task<List<Sample>> OfAsync(
        Office office,
        string rule,
        string subject,
        DateTimeOffset from,
        DateTimeOffset to,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var kept = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) - Minutes;
        var step = TimeSpan.FromMinutes(Math.Ceiling((to - from).TotalMinutes / Most));
        return office
            .Database.SqlQuery<Sample>(
                $"""
                select date_bin({step}, at, date_trunc('hour', {from}, 'UTC')) as "At", max(max) as "Value" from (
                  select minute at, max from measure_minutes
                  where name = {Name(rule)} and label = {subject}
                    and minute >= {from} and minute <= {to} and minute >= {kept}
                  union all
                  select hour, max from measure_hours
                  where name = {Name(rule)} and label = {subject}
                    and hour >= date_trunc('hour', {from}, 'UTC') and hour <= {to} and hour < {kept}
                ) seen group by 1 order by 1
                """
            )
            .ToListAsync(stop);
    }

    /// <summary>More than a chart has room for: a minute each where there are fewer.</summary>
    const int Most = 360;

    static readonly TimeSpan Minutes = TimeSpan.FromDays(30);

    static string Name(string rule) => "alarm." + rule;
}

public sealed record Sample(DateTimeOffset At, double Value);
