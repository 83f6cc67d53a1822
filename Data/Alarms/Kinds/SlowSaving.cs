using StaffDashboard.Data.Measures;

namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>From the press of the button to "saved", and from the commit to the other's screen: the mean of each.</summary>
public sealed record SlowSaving()
    : AlarmKind("latency", "Changes are slow", "Changes take over {0} on average within {1}", "s")
{
    public override Task<IReadOnlyList<Measured>> MeasureAsync(Look look, CancellationToken stop) =>
        look.EachAsync(
            $"""
            select case name when {Figure.Seen} then 'showing to others' else 'saving' end as "Subject",
              sum(sum) / sum(count) / 1000 as "Value"
            from measure_minutes
            where name in ({Figure.Confirmed}, {Figure.Seen}) and minute >= {look.From} and minute <= {look.Now}
            group by name having sum(count) > 0
            """,
            stop
        );
}
