using System.Globalization;

namespace StaffDashboard.Data;

/// <summary>Days and times as one reads them, in every text alike; and as machines do.</summary>
public static class DateText
{
    static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>21 Nov 2026.</summary>
    public static string Of(DateOnly day) => day.ToString("d MMM yyyy", Culture);

    /// <summary>Sat 21 Nov 2026.</summary>
    public static string WithWeekday(DateOnly day) => day.ToString("ddd d MMM yyyy", Culture);

    /// <summary>Sat 21 Nov.</summary>
    public static string DayAndMonth(DateOnly day) => day.ToString("ddd d MMM", Culture);

    /// <summary>Saturday 21 November 2026.</summary>
    public static string InFull(DateOnly day) => day.ToString("dddd d MMMM yyyy", Culture);

    /// <summary>18:30, in that zone.</summary>
    public static string Time(DateTimeOffset moment, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(moment, zone).ToString("HH:mm", Culture);

    /// <summary>21 Nov 2026, 18:30 UTC: until the browser says it in its own zone.</summary>
    public static string Utc(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", Culture);

    /// <summary>2026-11-21.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", Culture);

    /// <summary>2026-11-21T18:30:00Z.</summary>
    public static string Iso(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", Culture);

    /// <summary>2026-11-21 18:30:00, UTC, as spreadsheets read it.</summary>
    public static string Sortable(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", Culture);
}
