using System.Globalization;
using StaffDashboard.Data.Reports;

namespace StaffDashboard.Data.Measures;

/// <summary>How far back is looked. Each is compared with the one before it, at the same times of day.</summary>
public sealed record Period(
    string Key,
    string Words,
    string Before,
    TimeSpan Length,
    TimeSpan Step,
    TimeSpan Fine
)
{
    public static readonly Period Day = new(
        "24h",
        "24 hours",
        "the day before",
        TimeSpan.FromDays(1),
        TimeSpan.FromHours(1),
        TimeSpan.FromMinutes(10)
    );

    public static readonly Period Week = new(
        "7d",
        "7 days",
        "the week before",
        TimeSpan.FromDays(7),
        TimeSpan.FromHours(6),
        TimeSpan.FromHours(1)
    );

    public static readonly Period Month = new(
        "30d",
        "30 days",
        "the 30 days before",
        TimeSpan.FromDays(30),
        TimeSpan.FromDays(1),
        TimeSpan.FromHours(4)
    );

    public static IReadOnlyList<Period> All { get; } = [Day, Week, Month];

    /// <summary>One day of the office and the one before it; null when it is a period that ends now.</summary>
    public (Stretch This, Stretch Before)? Days { get; init; }

    /// <summary>Of days long ago whole hours are kept: where midnight lies within one, that hour is the first.</summary>
    public TimeSpan Early { get; init; }

    public DateOnly? Date =>
        Days is null ? null : DateOnly.ParseExact(Key, Form, CultureInfo.InvariantCulture);

    /// <summary>"in the last 24 hours", "on Fri 20 Nov 2026".</summary>
    public string In => Days is null ? $"in the last {Words}" : $"on {Words}";

    const string Form = "yyyy-MM-dd";

    /// <param name="key">One of those above, or a day of the office, such as 2026-11-20.</param>
    /// <param name="zone">The office's.</param>
    /// <param name="now">Of days long ago there are hours, and no minutes any more.</param>
    public static Period Of(string? key, TimeZoneInfo zone, DateTimeOffset now) =>
        All.FirstOrDefault(period => period.Key == key)
        ?? (
            DateOnly.TryParseExact(
                key,
                Form,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
            && day > Longest
            && day < Latest
                ? OfDay(day, zone, now)
                : Day
        );

    public static string KeyOf(DateOnly day) => day.ToString(Form, CultureInfo.InvariantCulture);

    static readonly DateOnly Longest = new(2000, 1, 1);
    static readonly DateOnly Latest = new(2100, 1, 1);
    static readonly TimeSpan MinutesKept = TimeSpan.FromDays(29);

    static Period OfDay(DateOnly day, TimeZoneInfo zone, DateTimeOffset now)
    {
        var hasMinutes = now - Start(0) < MinutesKept;
        var early = hasMinutes ? TimeSpan.Zero : TimeSpan.FromMinutes(Start(0).Minute);
        var (before, from, until) = (Start(-1) - early, Start(0) - early, Start(1) - early);
        return new(
            KeyOf(day),
            DateText.WithWeekday(day),
            "the day before",
            until - from,
            Day.Step,
            hasMinutes ? Day.Fine : Day.Step
        )
        {
            Days = (new(from, until), new(before, from)),
            Early = early,
        };

        DateTimeOffset Start(int later) =>
            OfficeDay.StartOf(day.AddDays(later), zone).ToUniversalTime();
    }

    /// <summary>Its first hour is a whole one: what is summed up by the hour need not be read by the minute.</summary>
    public Stretch Until(DateTimeOffset now)
    {
        if (Days is { This: var day })
            return day.Until > now && day.From < now ? day with { Until = now } : day;
        var whole = Math.Max(Fine.Ticks, TimeSpan.TicksPerHour);
        var from = now.UtcTicks - Length.Ticks;
        return new(new((from + whole - 1) / whole * whole, TimeSpan.Zero), now);
    }

    public Stretch BeforeThat(DateTimeOffset now) => Days?.Before ?? Until(now).Earlier(Length);
}
