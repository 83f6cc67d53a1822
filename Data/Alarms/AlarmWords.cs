using System.Globalization;

namespace StaffDashboard.Data.Alarms;

/// <summary>How values, limits and times of alarms read.</summary>
public static class AlarmWords
{
    static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>"2.5 s", "12 %", "1 hour", "3 hours": a unit of more than two letters is a word in the plural.</summary>
    public static string Amount(double value, string unit) =>
        $"{value.ToString(value >= 100 ? "#,0" : "0.##", Culture)} {(value == 1 && unit.Length > 2 ? unit[..^1] : unit)}";

    public static string Amount(this AlarmKind kind, double value) => Amount(value, kind.Unit);

    /// <summary>"Changes take over 2 s on average within 5 minutes".</summary>
    public static string Rings(this AlarmKind kind, AlarmRule rule) =>
        string.Format(
            Culture,
            kind.Words,
            kind.Amount(rule.Threshold),
            DurationText.Minutes(rule.WindowMinutes)
        );

    public static string Title(this Alarm alarm) =>
        AlarmKinds.Named(alarm.Rule)?.Label ?? alarm.Rule;

    /// <summary>With what it is about: "A node is silent: office-1 3fa9".</summary>
    public static string FullTitle(this Alarm alarm) =>
        alarm.Subject.Length == 0 ? alarm.Title() : $"{alarm.Title()}: {alarm.Subject}";

    public static string Amount(this Alarm alarm, double value) =>
        Amount(value, AlarmKinds.Named(alarm.Rule)?.Unit ?? "").TrimEnd();
}
