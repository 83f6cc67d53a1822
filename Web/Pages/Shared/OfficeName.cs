namespace StaffDashboard.Web.Pages.Shared;

public static class OfficeName
{
    public static string From(IConfiguration settings) =>
        settings["StaffDashboard:OfficeName"] is { Length: > 0 } name ? name : "StaffDashboard";
}
