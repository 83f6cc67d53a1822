using Microsoft.Extensions.Configuration;

namespace StaffDashboard.Data.Employees;

/// <summary>The country a phone number is in when it is typed without one, by its dialling code.</summary>
public static class OfficeCountry
{
    public static string From(IConfiguration settings) =>
        settings["StaffDashboard:CountryCode"] is { Length: > 0 } code ? code.TrimStart('+') : "49";
}
