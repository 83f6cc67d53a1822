namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>
/// How far a node is behind with telling its browsers what changed. One that says nothing of itself is not known; one
/// that is gone is behind with nothing.
/// </summary>
public sealed record LateNotices()
    : AlarmKind("lag", "Changes are told late", "A node tells changes over {0} late", "s")
{
    public override Task<IReadOnlyList<Measured>> MeasureAsync(Look look, CancellationToken stop) =>
        look.EachAsync(
            $"""
            select coalesce(node, open.subject) as "Subject",
              (case when gone is distinct from false then 0 when heartbeat_at > {look.Now
                - LostNode.Fresh} then lag_ms / 1000 end)::float8 as "Value"
            from (select *, host || ' ' || id node, is_gone(n, {look.Now}, {LostNode.Missed}) gone from nodes n) n
            full join (select subject from alarms where rule = {Name} and closed_at is null) open
              on open.subject = node
            where open.subject is not null or not gone
            """,
            stop
        );
}
