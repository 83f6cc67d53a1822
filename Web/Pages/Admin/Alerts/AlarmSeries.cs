using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

/// <summary>The figure of an alarm from half an hour before it opened to half an hour after it closed.</summary>
static class AlarmSeries
{
    static readonly TimeSpan Around = TimeSpan.FromMinutes(30);

    public static Task<List<Sample>> OfAsync(
        Office office,
        Alarm alarm,
        DateTimeOffset now,
        CancellationToken stop
    ) =>
        Samples.OfAsync(
            office,
            alarm.Rule,
            alarm.Subject,
            alarm.OpenedAt - Around,
            (alarm.ClosedAt ?? now) + Around,
            now,
            stop
        );
}
