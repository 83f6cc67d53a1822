namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>
/// A node that has not said that it lives. One that was stopped, was followed by another on its host, or has been
/// forgotten is no longer missed.
/// </summary>
public sealed record LostNode()
    : AlarmKind("heartbeat", "A node is silent", "A node has said nothing for over {0}", "s")
{
    public override Task<IReadOnlyList<Measured>> MeasureAsync(Look look, CancellationToken stop) =>
        look.EachAsync(
            $"""
            select coalesce(host || ' ' || id, missed.subject) as "Subject",
              (case when id is null or stopped_at is not null or exists (
                select from nodes later where later.host = n.host and later.id <> n.id and later.started_at > n.heartbeat_at
              ) then 0 else greatest(0, extract(epoch from {look.Now} - heartbeat_at)) end)::float8 as "Value"
            from nodes n
            full join (select subject from alarms where rule = {Name} and closed_at is null) missed
              on missed.subject = host || ' ' || id
            """,
            stop
        );
}
