namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>Used space where a node keeps its files.</summary>
public sealed record FullDisk()
    : AlarmKind("disk", "A disk is nearly full", "Over {0} of a node's disk is in use", "%")
{
    public override Task<IReadOnlyList<Measured>> MeasureAsync(Look look, CancellationToken stop) =>
        look.EachAsync(
            $"""
            select host || ' ' || id as "Subject", (1 - disk_free_ratio) * 100 as "Value" from nodes
            where stopped_at is null and disk_free_ratio is not null and heartbeat_at > {look.Now
                - Fresh}
            """,
            stop
        );

    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);
}
