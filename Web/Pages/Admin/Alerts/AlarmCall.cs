using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

/// <summary>How far the webhook has been told of an alarm.</summary>
public sealed record AlarmCall(
    DateTimeOffset At,
    int Tries,
    DateTimeOffset? SentAt,
    DateTimeOffset? FailedAt,
    string? Problem
)
{
    public static Task<List<AlarmCall>> OfAsync(
        Office office,
        Guid alarm,
        CancellationToken stop
    ) =>
        office
            .Database.SqlQuery<AlarmCall>(
                $"""
                select at as "At", tries as "Tries", sent_at as "SentAt", failed_at as "FailedAt", problem as "Problem"
                from alarm_calls where alarm_id = {alarm} order by at
                """
            )
            .ToListAsync(stop);
}
