using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Letters;
using StaffDashboard.Data.Reports;

namespace StaffDashboard.Web.Messaging.Reports;

/// <summary>
/// Tells how a day went. Everything may be done twice, after a crash or by two nodes at once: of a day there is one
/// report, and of a report one letter to each recipient.
/// </summary>
public sealed class TellDay(
    Office office,
    RecipientLinks links,
    IConfiguration settings,
    TimeProvider clock
)
{
    const int Week = 7;

    public TimeZoneInfo Zone { get; } =
        settings["StaffDashboard:TimeZone"] is { Length: > 0 } id
            ? TimeZoneInfo.FindSystemTimeZoneById(id)
            : TimeZoneInfo.Local;

    /// <summary>The day that would be told of now.</summary>
    public DateOnly Yesterday => OfficeDay.Of(clock.GetUtcNow(), Zone).AddDays(-1);

    Uri Site => SiteAddress.From(settings);

    /// <summary>The stored report of a day, made now where there is none.</summary>
    public async Task<DailyReport> ReportAsync(
        DateOnly day,
        string? lateness,
        CancellationToken stop
    )
    {
        var made = await PreviewAsync(day, lateness, stop);
        await office.Database.ExecuteSqlAsync(
            $"""
            insert into daily_reports (day, made_at, verdict, is_all_clear, figures, subject, text, html)
            values ({made.Day}, {made.MadeAt}, {made.Verdict}, {made.IsAllClear}, {made.Figures}::jsonb,
                {made.Subject}, {made.Text}, {made.Html})
            on conflict do nothing
            """,
            stop
        );
        return await office.DailyReports.AsNoTracking().SingleAsync(r => r.Day == day, stop);
    }

    /// <summary>As it would be sent now; nothing is kept.</summary>
    public async Task<DailyReport> PreviewAsync(
        DateOnly day,
        string? lateness,
        CancellationToken stop
    )
    {
        var figures = await FiguresAsync(day, stop);
        var letter = ComposeReport.Of(
            OfficeName.From(settings),
            Site,
            Zone,
            day,
            figures,
            await WeekBeforeAsync(day, stop),
            lateness
        );
        return new()
        {
            Day = day,
            MadeAt = clock.GetUtcNow(),
            Verdict = letter.Verdict,
            IsAllClear = letter.IsAllClear,
            Figures = JsonSerializer.Serialize(figures),
            Subject = letter.Subject,
            Text = ReportText.Of(letter),
            Html = ReportHtml.Of(letter),
        };
    }

    public static bool IsMeasured(DailyReport report) =>
        JsonSerializer.Deserialize<DayFigures>(report.Figures)!.IsMeasured;

    /// <summary>A report as figures beside figures, for a page.</summary>
    public async Task<ReportLetter> ReadAsync(DailyReport report, CancellationToken stop) =>
        ComposeReport.Of(
            OfficeName.From(settings),
            Site,
            Zone,
            report.Day,
            JsonSerializer.Deserialize<DayFigures>(report.Figures)!,
            await WeekBeforeAsync(report.Day, stop)
        );

    /// <returns>How many letters were written: nobody gets the same one twice.</returns>
    public async Task<int> QueueAsync(
        DailyReport report,
        IEnumerable<ReportRecipient> recipients,
        string? again,
        CancellationToken stop
    )
    {
        var written = 0;
        foreach (var recipient in recipients)
            written += await WriteAsync(
                ReportMail.To(
                    report,
                    recipient.Email,
                    KeyOf(report.Day, recipient.Id) + (again is null ? "" : $":{again}"),
                    clock.GetUtcNow(),
                    links.UnsubscribeOf(recipient.Id, Site)
                ),
                stop
            );
        return written;
    }

    public Task<int> QueueTestAsync(DailyReport report, string to, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return WriteAsync(
            ReportMail.To(report, to, $"daily-report-test:{Guid.CreateVersion7(now)}", now, null),
            stop
        );
    }

    static string KeyOf(DateOnly day, Guid recipient) =>
        $"daily-report:{DateText.Iso(day)}:{recipient}";

    Task<int> WriteAsync(QueuedLetter letter, CancellationToken stop) =>
        office.Database.ExecuteSqlAsync(
            $"""
            insert into letters (id, key, "to", subject, text, html, message_id, unsubscribe, at, due_at, tries)
            values ({letter.Id}, {letter.Key}, {letter.To}, {letter.Subject}, {letter.Text}, {letter.Html}, '',
                {letter.Unsubscribe}, {letter.At}, {letter.DueAt}, 0)
            on conflict (key) do nothing
            """,
            stop
        );

    Task<DayFigures> FiguresAsync(DateOnly day, CancellationToken stop) =>
        office.FiguresOfAsync(
            OfficeDay.StartOf(day, Zone),
            OfficeDay.StartOf(day.AddDays(1), Zone),
            stop
        );

    /// <summary>As they were told then; a day that was not told is read now.</summary>
    async Task<List<DayFigures>> WeekBeforeAsync(DateOnly day, CancellationToken stop)
    {
        var first = day.AddDays(-Week);
        var told = await office
            .DailyReports.AsNoTracking()
            .Where(report => report.Day >= first && report.Day < day)
            .ToDictionaryAsync(report => report.Day, report => report.Figures, stop);
        var week = new List<DayFigures>();
        for (var before = day.AddDays(-1); before >= first; before = before.AddDays(-1))
        {
            var figures = told.TryGetValue(before, out var json)
                ? JsonSerializer.Deserialize<DayFigures>(json)!
                : await FiguresAsync(before, stop);
            week.Add(figures);
        }
        return week;
    }
}
