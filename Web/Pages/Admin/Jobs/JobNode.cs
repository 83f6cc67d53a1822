using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Admin.Jobs;

/// <summary>A node as it last said of itself, and as the clockwork last heard of it.</summary>
public sealed record JobNode(
    string Id,
    string? Host,
    string? Version,
    DateTimeOffset? HeartbeatAt,
    DateTimeOffset? CheckedInAt
)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public DateTimeOffset? SeenAt =>
        HeartbeatAt > CheckedInAt ? HeartbeatAt : CheckedInAt ?? HeartbeatAt;

    public bool IsAlive(DateTimeOffset now) => now - SeenAt < Patience;

    public static async Task<IReadOnlyList<JobNode>> AllAsync(
        Office office,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var since = now.AddHours(-1);
        var rows = await office
            .Database.SqlQuery<Row>(
                $"""
                select coalesce(n.id, s.instance_name) as id, n.host, n.version, n.heartbeat_at as "HeartbeatAt", s.last_checkin_time as ticks
                from nodes n full join quartz.qrtz_scheduler_state s on s.instance_name = n.id
                where n.id is null or (n.stopped_at is null and n.heartbeat_at > {since})
                order by 1
                """
            )
            .ToListAsync(stop);
        return
        [
            .. rows.Select(row => new JobNode(
                row.Id,
                row.Host,
                row.Version,
                row.HeartbeatAt,
                row.Ticks is { } ticks ? new(ticks, TimeSpan.Zero) : null
            )),
        ];
    }

    sealed record Row(
        string Id,
        string? Host,
        string? Version,
        DateTimeOffset? HeartbeatAt,
        long? Ticks
    );
}
