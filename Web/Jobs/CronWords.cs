using System.Globalization;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs;

/// <summary>"Every 5 minutes", "Every day at 03:10": what a line of the schedule says, for a clerk. The zone is said once, above.</summary>
public static class CronWords
{
    static readonly string[] Days =
    [
        "Sunday",
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
    ];

    public static string Of(string cron)
    {
        var fields = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (fields is not [var second, var minute, var hour, var day, "*", var weekday, ..])
            return Rule(cron);
        var isEveryDay = day is "*" or "?" && weekday is "*" or "?";
        if (isEveryDay && hour == "*" && Every(second, minute) is { } often)
            return often;
        if (isEveryDay && Step(hour) is { } hours && Number(minute) is { } past)
            return $"Every {hours} hours{(past == 0 ? "" : $", {Minutes(past)} past")}";
        if (Clock(second, hour, minute) is not { } time)
            return Rule(cron);
        var when =
            isEveryDay ? "Every day"
            : day is "?" or "*" && DayOf(weekday) is { } name ? $"Every {name}"
            : weekday is "?" or "*" && Number(day) is { } date ? $"On day {date} of each month"
            : null;
        return when is null ? Rule(cron) : $"{when} at {time}";
    }

    static string? Every(string second, string minute) =>
        (Step(second), Step(minute), Number(minute)) switch
        {
            ({ } seconds, _, _) when minute == "*" => Often(seconds, "second"),
            (_, { } minutes, _) => Often(minutes, "minute"),
            (_, _, { } past) => past == 0 ? "Every hour" : $"Every hour, {Minutes(past)} past",
            _ => minute == "*" ? "Every minute" : null,
        };

    static string Often(int count, string what) =>
        count == 1 ? $"Every {what}" : $"Every {count} {what}s";

    static string Minutes(int count) => CountText.Of(count, "minute");

    static string? Clock(string second, string hour, string minute) =>
        second == "0" && Number(hour) is { } h && Number(minute) is { } m
            ? string.Create(CultureInfo.InvariantCulture, $"{h:00}:{m:00}")
            : null;

    static string? DayOf(string weekday) =>
        Number(weekday) is >= 1 and <= 7 and var number
            ? Days[number - 1]
            : Array.Find(
                Days,
                name => name[..3].Equals(weekday, StringComparison.OrdinalIgnoreCase)
            );

    static int? Step(string field) =>
        field.Split('/') is [var from, var step] && (from == "*" || Number(from) is not null)
            ? Number(step)
            : null;

    static int? Number(string field) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    static string Rule(string cron) => $"By the rule {cron}";
}
