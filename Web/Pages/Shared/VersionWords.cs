using System.Globalization;

namespace StaffDashboard.Web.Pages.Shared;

/// <summary>"0a05034 of 21 Nov, 09:01" for "20261121090141-0a050344180e5958": enough to tell two apart.</summary>
public static class VersionWords
{
    const int Enough = 7;

    public static string? Of(string? version) =>
        version?.Split('-') is [var put, { Length: > Enough } what]
        && DateTime.TryParseExact(
            put,
            "yyyyMMddHHmmss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var at
        )
            ? string.Create(CultureInfo.InvariantCulture, $"{what[..Enough]} of {at:d MMM, HH:mm}")
            : version;
}
