using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs;

/// <summary>What was done, as it is shown. Nothing done is nothing said.</summary>
public static class Remark
{
    public static string Deleted(int count, string what) =>
        count == 0 ? "" : $"Deleted {CountText.Of(count, what)}";
}
