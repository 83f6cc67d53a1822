namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>The oldest change that waits in a browser, as far as the browsers of the last day have said.</summary>
public sealed record OldQueue()
    : AlarmKind(
        "queue",
        "Changes have waited long",
        "A change has waited in a browser for over {0}",
        "minutes"
    )
{
    public override async Task<IReadOnlyList<Measured>> MeasureAsync(
        Look look,
        CancellationToken stop
    ) =>
        Measured.Only(
            await look.OneAsync(
                $"""
                select (case when count(*) > 0 then greatest(0, coalesce(extract(epoch from {look.Now}
                  - min(queue_oldest) filter (where queue_length > 0)) / 60, 0)) end)::float8 as "Value"
                from browsers where seen_at > {look.Now - Told}
                """,
                stop
            )
        );

    static readonly TimeSpan Told = TimeSpan.FromDays(1);
}
