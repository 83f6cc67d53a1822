namespace StaffDashboard.Web.Messaging;

/// <summary>Where the office's pages are, for letters that nobody's request began.</summary>
public static class SiteAddress
{
    const string Local = "http://localhost:5080";

    public static Uri From(IConfiguration settings) =>
        new(settings["StaffDashboard:PublicAddress"] is { Length: > 0 } set ? set : Local);
}
