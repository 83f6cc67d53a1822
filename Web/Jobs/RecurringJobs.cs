using StaffDashboard.Web.Consistency;
using StaffDashboard.Web.Jobs.Alarms;
using StaffDashboard.Web.Jobs.Works;
using static StaffDashboard.Web.Jobs.JobSchedule;

namespace StaffDashboard.Web.Jobs;

/// <summary>
/// All that this program does by itself, and when. A new job is a line here and a class: servers register it with
/// Hangfire at their next start.
/// </summary>
public static class RecurringJobs
{
    public static readonly RecurringJob[] All =
    [
        new("alarms", "Check alarms and notify Admins", EverySeconds(30), typeof(WatchAlarms))
        {
            SkipsMissed = true,
        },
        new(
            "consistency",
            "Check that pages show consistent data",
            EveryMinutes(5, second: 30),
            typeof(CompareSections)
        )
        {
            SkipsMissed = true,
        },
        new(
            "change-log",
            "Delete change notices older than 1 hour",
            EveryMinutes(5),
            typeof(PruneChangeLog)
        )
        {
            SkipsMissed = true,
        },
        new(
            "audit-partitions",
            "Create audit log partitions for the next 3 months",
            Daily(2, 10),
            typeof(PrepareTrail)
        )
        {
            AtStart = true,
        },
        new("sessions", "Delete expired sessions", Daily(2, 15), typeof(ForgetSessions))
        {
            AtStart = true,
        },
        new(
            "throttles",
            "Delete counters of failed sign-ins after 1 day",
            Daily(2, 20),
            typeof(ForgetThrottles)
        ),
        new(
            "answers",
            "Delete saved responses older than 7 days",
            Hourly(25),
            typeof(ForgetAnswers)
        ),
        new("imports", "Delete the rows of old imports", Hourly(35), typeof(ForgetImports)),
        new("letters", "Delete e-mails older than 30 days", Daily(2, 40), typeof(ForgetLetters)),
        new("job-runs", "Delete old runs of these jobs", Daily(2, 45), typeof(ForgetRuns)),
        new(
            "daily-report",
            "Send yesterday's report when it is due",
            EveryMinutes(5),
            typeof(SendDailyReport)
        ),
        new(
            "measure-partitions",
            "Create partitions for the metrics of the next 3 days",
            Daily(1, 5),
            typeof(PrepareMeasures)
        )
        {
            AtStart = true,
        },
        new(
            "measure-hours",
            "Sum up the metrics of each hour",
            EveryMinutes(5, minute: 4),
            typeof(RollUpMeasures)
        )
        {
            SkipsMissed = true,
        },
        new(
            "measures",
            "Delete metrics by the minute after 30 days, by the hour after 1 year",
            Daily(2, 50),
            typeof(ForgetMeasures)
        ),
    ];

    public static RecurringJob? Find(string? id) => Array.Find(All, job => job.Id == id);
}
