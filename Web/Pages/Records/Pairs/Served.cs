using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Records.Pairs;

/// <summary>What a served list says, read off its markup as a clerk reads it off the screen.</summary>
static partial class Served
{
    /// <summary>Whose list is compared.</summary>
    internal static readonly Viewer ToManagers = new(Guid.Empty, "", UserRole.Manager, null);

    /// <summary>"312" above the list; null when it does not say.</summary>
    internal static string? Summary(Fragment list) =>
        SummaryPattern().Match(list.Html) is { Success: true } found
            ? found.Groups["count"].Value
            : null;

    /// <summary>"312" on the chip that is chosen and carries this name.</summary>
    internal static string? Chip(Fragment list, string name) =>
        ChipPattern()
            .Matches(list.Html)
            .Where(chip => WebUtility.HtmlDecode(chip.Groups["name"].Value) == name)
            .Select(chip => chip.Groups["count"].Value)
            .FirstOrDefault();

    internal static int Rows(Fragment list) => RowPattern().Count(list.Html);

    /// <summary>Each record that the list shows, and which version of it.</summary>
    internal static Dictionary<Guid, string> Versions(Fragment list) =>
        RowPattern()
            .Matches(list.Html)
            .ToDictionary(
                row => Guid.Parse(row.Groups["id"].Value, CultureInfo.InvariantCulture),
                row => row.Groups["version"].Value
            );

    [GeneratedRegex(
        @"<header>\s*<p>(?<count>[\d,+]+) (person|people)</p>",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex SummaryPattern();

    [GeneratedRegex(
        @"<a class=""chip""[^>]*>(?<name>[^<]*?)\s*<b>(?<count>[\d,+]+)</b>",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ChipPattern();

    [GeneratedRegex(
        @"data-row=""(?<id>[0-9a-f-]{36})"" data-version=""(?<version>\d+)""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex RowPattern();
}
