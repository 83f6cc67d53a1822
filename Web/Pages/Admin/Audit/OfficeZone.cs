namespace StaffDashboard.Web.Pages.Admin.Audit;

static class OfficeZone
{
    /// <summary>The office's own days: "today" begins at its midnight.</summary>
    public static TimeZoneInfo From(IConfiguration settings) =>
        settings["StaffDashboard:TimeZone"] is { Length: > 0 } id
            ? TimeZoneInfo.FindSystemTimeZoneById(id)
            : TimeZoneInfo.Local;

    public static string Words(this TimeZoneInfo zone) =>
        zone.HasSameRules(TimeZoneInfo.Utc) ? "UTC" : zone.Id.Replace('_', ' ');
}
