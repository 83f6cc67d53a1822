using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs;

/// <summary>What was done, as it stands in the history. Nothing done is nothing said.</summary>
public static class Remark
{
    public static string Forgot(int count, string what) =>
        count == 0 ? "" : $"Forgot {CountText.Of(count, what)}";
}
