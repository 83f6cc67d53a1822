namespace StaffDashboard.Web.Jobs;

/// <summary>A line of the schedule.</summary>
/// <param name="Name">How it is known: in addresses, in the history, in alarms.</param>
/// <param name="Does">What it does, in a clerk's words.</param>
/// <param name="Cron">When, in the office's zone: second minute hour day month weekday.</param>
/// <param name="Work">The class that does it: an <see cref="IWork"/>.</param>
public sealed record Recurring(string Name, string Does, string Cron, Type Work);

/// <summary>All that this program does by itself, and when.</summary>
public static class Schedule
{
    public static readonly Recurring[] Lines =
    [
        new(
            "daily-report",
            "Sends the report of yesterday when its hour has come",
            "0 0/5 * * * ?",
            typeof(SendDailyReport)
        ),
    ];
}
