using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Reports;
using StaffDashboard.Web.Messaging.Reports;

namespace StaffDashboard.Web.Jobs.Works;

/// <summary>
/// Looks whether the report of yesterday is due. It never asks what it did before: what is there already is not made
/// again. So it is right after a crash, on two nodes, and on the days when an hour is skipped or comes twice.
/// </summary>
public sealed class SendDailyReport(Office office, TellDay tell, TimeProvider clock) : IJob
{
    static readonly TimeSpan Late = TimeSpan.FromMinutes(30);

    public async Task<string> RunAsync(CancellationToken stop)
    {
        var settings = await office.ReportSettings.AsNoTracking().SingleAsync(stop);
        var now = clock.GetUtcNow();
        if (settings.DueDay(now, tell.Zone) is not { } day)
            return "Not due";
        var missed = await MakeUpAsync(settings, day, now, stop);
        var due = DueAt(settings, day);
        var report =
            await office.DailyReports.AsNoTracking().SingleOrDefaultAsync(r => r.Day == day, stop)
            ?? await tell.ReportAsync(day, now - due > Late ? LateNote(due, now) : null, stop);
        var letters = missed + await QueueAsync(report, due, stop);
        return letters == 0
            ? "Nothing to send"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{CountText.Of(letters, "letter")} on the way: {report.Verdict}"
            );
    }

    // The reports of days that were missed whole are made for the history. Of them one is sent, the last that has
    // something to tell: nobody wants a week of them at once.
    async Task<int> MakeUpAsync(
        ReportSettings settings,
        DateOnly day,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var missed = await MissedReports.BeforeAsync(office, settings, tell.Zone, day, stop);
        if (missed.Count == 0)
            return 0;
        // All or nothing: what is made counts as told.
        await using var all = await office.Database.BeginTransactionAsync(stop);
        var reports = new List<DailyReport>();
        foreach (var one in missed)
            reports.Add(await tell.ReportAsync(one, LateNote(DueAt(settings, one), now), stop));
        var telling = reports.FindLast(report => TellDay.IsMeasured(report)) ?? reports[^1];
        var letters = await QueueAsync(telling, DueAt(settings, telling.Day), stop);
        await all.CommitAsync(stop);
        return letters;
    }

    // Whoever confirmed after the hour begins with the next one.
    async Task<int> QueueAsync(DailyReport report, DateTimeOffset due, CancellationToken stop)
    {
        var recipients = await office
            .ReportRecipients.AsNoTracking()
            .Where(r => r.ConfirmedAt <= due && r.UnsubscribedAt == null)
            .ToListAsync(stop);
        return await tell.QueueAsync(report, recipients, null, stop);
    }

    DateTimeOffset DueAt(ReportSettings settings, DateOnly day) =>
        settings.DueAt(day.AddDays(1), tell.Zone).ToUniversalTime();

    string LateNote(DateTimeOffset due, DateTimeOffset now) =>
        OfficeDay.Of(due, tell.Zone) == OfficeDay.Of(now, tell.Zone)
            ? $"This report comes late: at {Hour(due)} it could not be made, so it was made at {Hour(now)}."
            : $"This report comes late: on {Day(due)} at {Hour(due)} it could not be made, so it was made on {Day(now)} at {Hour(now)}.";

    string Day(DateTimeOffset moment) => DateText.DayAndMonth(OfficeDay.Of(moment, tell.Zone));

    string Hour(DateTimeOffset moment) => DateText.Time(moment, tell.Zone);
}
