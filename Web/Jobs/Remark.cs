using System.Globalization;

namespace StaffDashboard.Web.Jobs;

/// <summary>What was done, as it stands in the history. Nothing done is nothing said.</summary>
public static class Remark
{
    public static string Forgot(int count, string what) =>
        count == 0 ? "" : $"Forgot {Count(count, what)}";

    public static string Count(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}{(count == 1 ? "" : "s")}");
}
