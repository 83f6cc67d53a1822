using StaffDashboard.Data;
using StaffDashboard.Data.Measures;
using StaffDashboard.Data.Reports;

namespace StaffDashboard.Web.Pages.Admin;

/// <summary>A list of one day of the office alone, as `?period=2026-11-20` asks for it.</summary>
public sealed record OneDay(DateOnly Day, Stretch Stretch)
{
    public string Key => Period.KeyOf(Day);

    public string Words => DateText.WithWeekday(Day);

    /// <summary>Null: all days.</summary>
    public static OneDay? Read(string? period, TimeZoneInfo zone, DateTimeOffset now) =>
        Period.Of(period, zone, now).Date is { } day
            ? new(
                day,
                new(
                    OfficeDay.StartOf(day, zone).ToUniversalTime(),
                    OfficeDay.StartOf(day.AddDays(1), zone).ToUniversalTime()
                )
            )
            : null;
}
