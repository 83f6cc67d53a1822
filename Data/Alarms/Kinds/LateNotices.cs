namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>How far a node is behind with telling its browsers what changed. One that says nothing of itself is not known.</summary>
public sealed record LateNotices()
    : AlarmKind("lag", "Changes are told late", "A node tells changes over {0} late", "s")
{
    public override Task<IReadOnlyList<Measured>> MeasureAsync(Look look, CancellationToken stop) =>
        look.EachAsync(
            $"""
            select host || ' ' || id as "Subject", lag_ms / 1000 as "Value" from nodes
            where stopped_at is null and heartbeat_at > {look.Now - Fresh}
            """,
            stop
        );

    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
}
