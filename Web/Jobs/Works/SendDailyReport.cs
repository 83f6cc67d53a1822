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
public sealed class SendDailyReport(Office office, TellDay tell, TimeProvider clock) : IWork
{
    static readonly TimeSpan Late = TimeSpan.FromMinutes(30);

    public async Task<string> DoAsync(CancellationToken stop)
    {
        var settings = await office.ReportSettings.AsNoTracking().SingleAsync(stop);
        var now = clock.GetUtcNow();
        if (settings.DueDay(now, tell.Zone) is not { } day)
            return "Not due";
        var due = settings.DueAt(day.AddDays(1), tell.Zone).ToUniversalTime();
        var report =
            await office.DailyReports.AsNoTracking().SingleOrDefaultAsync(r => r.Day == day, stop)
            ?? await tell.ReportAsync(day, now - due > Late ? LateNote(due, now) : null, stop);
        // Whoever confirmed after the hour begins tomorrow.
        var recipients = await office
            .ReportRecipients.AsNoTracking()
            .Where(r => r.ConfirmedAt <= due && r.UnsubscribedAt == null)
            .ToListAsync(stop);
        var letters = await tell.QueueAsync(report, recipients, null, stop);
        return letters == 0
            ? "Nothing to send"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{letters} {(letters == 1 ? "letter" : "letters")} on the way: {report.Verdict}"
            );
    }

    string LateNote(DateTimeOffset due, DateTimeOffset now) =>
        $"This report comes late: at {Hour(due)} it could not be made, so it was made at {Hour(now)}.";

    string Hour(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, tell.Zone).ToString("HH:mm", CultureInfo.InvariantCulture);
}
