namespace StaffDashboard.Web.Pages.Shared;

/// <summary>The country whose code stands in for a phone number's leading 0.</summary>
public static class OfficeCountry
{
    public static string From(IConfiguration settings) =>
        settings["StaffDashboard:CountryCode"] is { Length: > 0 } code ? code.TrimStart('+') : "49";
}
