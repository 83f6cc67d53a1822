using Microsoft.Extensions.Configuration;

namespace StaffDashboard.Data;

/// <summary>What the office is called, in the corner of its pages and in its letters.</summary>
public static class OfficeName
{
    const string Default = "StaffDashboard";

    public static string From(IConfiguration settings) =>
        settings["StaffDashboard:OfficeName"] is { Length: > 0 } name ? name : Default;
}
