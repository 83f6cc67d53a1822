namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>Used space where the nodes of a host keep their files. A node that starts anew has the same disk.</summary>
public sealed record FullDisk()
    : AlarmKind("disk", "A disk is nearly full", "Over {0} of a node's disk is in use", "%")
{
    public override Task<IReadOnlyList<Measured>> MeasureAsync(Look look, CancellationToken stop) =>
        look.EachAsync(
            $"""
            select coalesce(host, open.subject) as "Subject",
              (case when bool_and(gone) is distinct from false then 0
                else max(1 - disk_free_ratio) filter (where heartbeat_at > {look.Now
                - LostNode.Fresh}) * 100 end)::float8 as "Value"
            from (select *, is_gone(n, {look.Now}, {LostNode.Missed}) gone from nodes n) n
            full join (select subject from alarms where rule = {Name} and closed_at is null) open
              on open.subject = host
            group by 1 having bool_or(open.subject is not null) or not bool_and(gone)
            """,
            stop
        );
}
