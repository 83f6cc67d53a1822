namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>
/// A node that has not said that it lives. One that was stopped, was followed by another on its host, or has been
/// silent for a whole day is no longer waited for: its successor may have another name.
/// </summary>
public sealed record LostNode()
    : AlarmKind("heartbeat", "A node is silent", "A node has said nothing for over {0}", "s")
{
    public override Task<IReadOnlyList<Measured>> MeasureAsync(Look look, CancellationToken stop) =>
        look.EachAsync(
            $"""
            select coalesce(node, open.subject) as "Subject", (case when gone is distinct from false then 0
              else greatest(0, extract(epoch from {look.Now} - heartbeat_at)) end)::float8 as "Value"
            from (select *, host || ' ' || id node, is_gone(n, {look.Now}, {Retired}) gone from nodes n) n
            full join (select subject from alarms where rule = {Name} and closed_at is null) open
              on open.subject = node
            where open.subject is not null or not gone
            """,
            stop
        );

    /// <summary>What a node said of itself is true for so long.</summary>
    internal static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    /// <summary>After so much silence a node has no lag and no disk any more: that it is silent says it all.</summary>
    internal static readonly TimeSpan Missed = TimeSpan.FromMinutes(10);

    static readonly TimeSpan Retired = TimeSpan.FromDays(1);
}
