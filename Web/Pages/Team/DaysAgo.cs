using System.Globalization;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>A day without a time, as one speaks of it.</summary>
public static class DaysAgo
{
    public static string Words(DateOnly day, DateOnly today) =>
        (today.DayNumber - day.DayNumber) switch
        {
            < 0 => DateText.Of(day),
            0 => "today",
            1 => "yesterday",
            < 14 and var days => $"{days} days ago",
            < 60 and var days => $"{days / 7} weeks ago",
            < 365 and var days => $"{days / 30} months ago",
            _ => day.ToString("MMM yyyy", CultureInfo.InvariantCulture),
        };
}
