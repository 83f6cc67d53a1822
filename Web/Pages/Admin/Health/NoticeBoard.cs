using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Data.Measures;
using StaffDashboard.Data.Problems;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>One line of what has a page of its own: an alarm, a failed job, a problem somebody reported, a daily report.</summary>
public sealed record Notice(string Word, string Tone, string Text, DateTimeOffset At, string Href);

public sealed record NoticeBoard(
    string Id,
    string Title,
    string Icon,
    string Href,
    string All,
    string None,
    IReadOnlyList<Notice> Lines
)
{
    const int Most = 5;

    public static async Task<IReadOnlyList<NoticeBoard>> ReadAsync(
        Office office,
        Stretch stretch,
        CancellationToken stop
    ) =>
        [
            await AlarmsAsync(office, stretch, stop),
            await ProblemsAsync(office, null, stop),
            await JobsAsync(office, stretch, stop),
            await ReportsAsync(office, stop),
        ];

    static async Task<NoticeBoard> AlarmsAsync(
        Office office,
        Stretch stretch,
        CancellationToken stop
    )
    {
        var alarms = await office
            .Alarms.AsNoTracking()
            .Where(a => a.OpenedAt < stretch.Until)
            .Where(a => a.ClosedAt == null || a.ClosedAt >= stretch.From)
            .OrderByDescending(a => a.ClosedAt == null)
            .ThenByDescending(a => a.OpenedAt)
            .Take(Most)
            .ToListAsync(stop);
        return new(
            "alarms",
            "Alarms",
            "triangle-alert",
            HealthLinks.Alarms,
            "All alarms",
            "None in this period.",
            [.. alarms.Select(Of)]
        );
    }

    /// <param name="person">Of everybody when null.</param>
    public static async Task<NoticeBoard> ProblemsAsync(
        Office office,
        Guid? person,
        CancellationToken stop
    )
    {
        var problems = await office
            .ProblemReports.AsNoTracking()
            .Where(p => person == null ? p.State != ProblemState.Solved : p.UserId == person)
            .OrderByDescending(p => p.At)
            .Take(Most)
            .ToListAsync(stop);
        var names = await UserNames.OfAsync(office, problems.Select(p => (Guid?)p.UserId), stop);
        return new(
            "problems",
            "Problem reports",
            "message-square-warning",
            HealthLinks.Problems,
            "All problems",
            person is null ? "None waiting for an answer." : "None so far.",
            [.. problems.Select(p => Of(p, names.Of(p.UserId, p.UserName)))]
        );
    }

    static async Task<NoticeBoard> JobsAsync(Office office, Stretch stretch, CancellationToken stop)
    {
        var runs = await office
            .JobRuns.AsNoTracking()
            .Where(r => r.StartedAt >= stretch.From && r.StartedAt < stretch.Until)
            .Where(r => r.Outcome == JobOutcome.Failed)
            .OrderByDescending(r => r.StartedAt)
            .Take(Most)
            .ToListAsync(stop);
        return new(
            "jobs",
            "Failed jobs",
            "clock",
            HealthLinks.Jobs,
            "All jobs",
            "None in this period.",
            [
                .. runs.Select(r => new Notice(
                    "Failed",
                    "bad",
                    $"{RecurringJobs.Find(r.Job)?.Title ?? r.Job}: {r.Remark}",
                    r.StartedAt,
                    HealthLinks.Job(r.Job)
                )),
            ]
        );
    }

    static async Task<NoticeBoard> ReportsAsync(Office office, CancellationToken stop)
    {
        var reports = await office
            .DailyReports.AsNoTracking()
            .OrderByDescending(r => r.Day)
            .Take(Most)
            .Select(r => new
            {
                r.Day,
                r.MadeAt,
                r.Verdict,
                r.IsAllClear,
            })
            .ToListAsync(stop);
        return new(
            "reports",
            "Daily reports",
            "file-text",
            HealthLinks.Reports,
            "All reports",
            "None yet.",
            [
                .. reports.Select(r => new Notice(
                    DateText.DayAndMonth(r.Day),
                    r.IsAllClear ? "good" : "attention",
                    r.Verdict,
                    r.MadeAt,
                    HealthLinks.Report(r.Day)
                )),
            ]
        );
    }

    static Notice Of(Alarm alarm) =>
        new(
            alarm.ClosedAt is null ? "Open" : "Closed",
            alarm.ClosedAt is null ? "attention" : "",
            alarm.FullTitle(),
            alarm.OpenedAt,
            HealthLinks.Alarm(alarm.Id)
        );

    static Notice Of(ProblemReport problem, string reporter) =>
        new(
            problem.State.ToString(),
            problem.State switch
            {
                ProblemState.New => "attention",
                ProblemState.Looking => "waiting",
                _ => "good",
            },
            $"{reporter}: {problem.Comment}",
            problem.At,
            HealthLinks.Problem(problem.Id)
        );
}
