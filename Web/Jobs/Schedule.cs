using StaffDashboard.Web.Consistency;
using StaffDashboard.Web.Jobs.Alarms;
using StaffDashboard.Web.Jobs.Works;

namespace StaffDashboard.Web.Jobs;

/// <summary>
/// All that this program does by itself, and when. A line is all it takes: the nodes find it at their next start.
/// Changes that a browser has parked are not here: they lie in that browser and leave with the person's sign-out.
/// </summary>
public static class Schedule
{
    public static readonly Recurring[] Lines =
    [
        new(
            "alarms",
            "Looks whether something is wrong, and tells the Admins",
            "0/30 * * * * ?",
            typeof(WatchAlarms)
        )
        {
            Missed = Missed.Skip,
        },
        new(
            "consistency",
            "Compares what sections say of the same",
            "30 0/5 * * * ?",
            typeof(CompareSections)
        )
        {
            Missed = Missed.Skip,
        },
        new(
            "change-log",
            "Forgets announcements older than an hour",
            "0 0/5 * * * ?",
            typeof(PruneChangeLog)
        )
        {
            Missed = Missed.Skip,
        },
        new(
            "audit-partitions",
            "Makes room for the trail of the months to come",
            "0 10 2 * * ?",
            typeof(PrepareTrail)
        )
        {
            AtStart = true,
        },
        new("sessions", "Forgets sessions that ran out", "0 15 2 * * ?", typeof(ForgetSessions))
        {
            AtStart = true,
        },
        new(
            "throttles",
            "Forgets failed sign-ins of the days before",
            "0 20 2 * * ?",
            typeof(ForgetThrottles)
        ),
        new(
            "answers",
            "Forgets answers kept for repeated requests after 7 days",
            "0 25 * * * ?",
            typeof(ForgetAnswers)
        ),
        new("imports", "Forgets the lines of old imports", "0 35 * * * ?", typeof(ForgetImports)),
        new("letters", "Forgets letters after 30 days", "0 40 2 * * ?", typeof(ForgetLetters)),
        new("job-runs", "Forgets old runs of these jobs", "0 45 2 * * ?", typeof(ForgetRuns)),
        new(
            "daily-report",
            "Sends the report of yesterday when its hour has come",
            "0 0/5 * * * ?",
            typeof(SendDailyReport)
        ),
        new(
            "measure-partitions",
            "Makes room for the figures of the days to come",
            "0 5 1 * * ?",
            typeof(PrepareMeasures)
        )
        {
            AtStart = true,
        },
        new(
            "measure-hours",
            "Sums up the figures of each hour",
            "0 4/5 * * * ?",
            typeof(RollUpMeasures)
        )
        {
            Missed = Missed.Skip,
        },
        new(
            "measures",
            "Forgets figures by the minute after 30 days, by the hour after a year",
            "0 50 2 * * ?",
            typeof(ForgetMeasures)
        ),
    ];

    public static Recurring? Find(string name) => Array.Find(Lines, line => line.Name == name);
}
