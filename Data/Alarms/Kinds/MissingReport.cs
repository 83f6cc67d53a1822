using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Reports;

namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>The daily report that should have gone out by now: not made, or none of its letters sent. A new office owes none yet.</summary>
public sealed record MissingReport()
    : AlarmKind(
        "report",
        "The daily report is missing",
        "The daily report is over {0} late",
        "hours"
    )
{
    public override async Task<IReadOnlyList<Measured>> MeasureAsync(
        Look look,
        CancellationToken stop
    )
    {
        var settings =
            await look.Office.ReportSettings.AsNoTracking().SingleOrDefaultAsync(stop)
            ?? new ReportSettings();
        if (!settings.IsOn)
            return Measured.Only(0);
        var (due, day) = LastDue(settings.SendAt, look);
        // Whatever is not sent on its day stays unsent, and the next one is asked for.
        return Measured.Only(
            await look.OneAsync(
                $"""
                select (case
                  when not exists (select from users where created_at < {due}) then 0
                  when exists (select from daily_reports where day = {day}) and (
                    not exists (select from letters where starts_with(key, {Key(day)}))
                    or exists (select from letters where starts_with(key, {Key(
                    day
                )}) and sent_at is not null)) then 0
                  else extract(epoch from {look.Now} - {due}) / 3600 end)::float8 as "Value"
                """,
                stop
            )
        );
    }

    static string Key(DateOnly day) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"daily-report:{DateText.Iso(day)}:"
        );

    /// <summary>When the last one had to go out, and the day before, of which it tells.</summary>
    static (DateTimeOffset Due, DateOnly Day) LastDue(TimeOnly sendAt, Look look)
    {
        var now = TimeZoneInfo.ConvertTime(look.Now, look.Zone);
        var today = DateOnly.FromDateTime(now.DateTime);
        var last = TimeOnly.FromDateTime(now.DateTime) < sendAt ? today.AddDays(-1) : today;
        var local = last.ToDateTime(sendAt);
        // In the night that skips an hour there is no such time: it goes out as soon as there is one.
        if (look.Zone.IsInvalidTime(local))
            local = local.AddHours(1);
        var due = new DateTimeOffset(local, look.Zone.GetUtcOffset(local)).ToUniversalTime();
        return (due, last.AddDays(-1));
    }
}
