namespace StaffDashboard.Data;

/// <summary>How long, as one reads it: "under a minute", "12 minutes", "2 hours 5 minutes", "3 days".</summary>
public static class DurationText
{
    public static string Of(TimeSpan time) =>
        time < TimeSpan.FromMinutes(1) ? "under a minute"
        : time < TimeSpan.FromHours(1) ? Minutes((int)time.TotalMinutes)
        : time < TimeSpan.FromDays(2) ? Hours((int)time.TotalHours, time.Minutes)
        : CountText.Of((int)time.TotalDays, "day");

    /// <summary>The largest unit alone: "45 seconds", "12 minutes", "3 hours", "5 days".</summary>
    public static string Rough(TimeSpan time) =>
        time switch
        {
            { TotalSeconds: < 90 } => Whole(time.TotalSeconds, "second"),
            { TotalMinutes: < 90 } => Whole(time.TotalMinutes, "minute"),
            { TotalHours: < 36 } => Whole(time.TotalHours, "hour"),
            _ => Whole(time.TotalDays, "day"),
        };

    public static string Minutes(int minutes) => CountText.Of(minutes, "minute");

    static string Hours(int hours, int minutes) =>
        CountText.Of(hours, "hour") + (minutes == 0 ? "" : $" {Minutes(minutes)}");

    static string Whole(double amount, string unit) =>
        CountText.Of(Math.Max(1, (long)amount), unit);
}
