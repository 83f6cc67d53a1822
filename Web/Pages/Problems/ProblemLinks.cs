using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using StaffDashboard.Data.Problems;

namespace StaffDashboard.Web.Pages.Problems;

public static class ProblemLinks
{
    public const string New = "/problems";
    public const string Own = "/account/problems";
    public const string OwnPart = Own + "?part=list";
    public const string NewsPart = Own + "?part=news";
    public const string All = "/admin/problems";

    /// <param name="state">Null: all of them.</param>
    /// <param name="period">A day of the office, such as 2026-11-20; null: all days.</param>
    public static string In(ProblemState? state, string? period = null) => Of(state, period, null);

    public static string ListPart(ProblemState? state, string? period = null) =>
        Of(state, period, "list");

    public static string One(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{All}/{id}");

    public static string PutBack(string id) => $"{All}/{id}?handler=PutBack";

    /// <summary>From an error page: what it knows goes with it.</summary>
    public static string About(string page, string? reference) =>
        $"{New}?page={Uri.EscapeDataString(page.Split('?')[0])}&reference={Uri.EscapeDataString(reference ?? "")}";

    /// <summary>What one person's own reports are told by.</summary>
    public static string Topic(Guid? user) => $"problems:{user}";

    static string Of(ProblemState? state, string? period, string? part) =>
        QueryHelpers.AddQueryString(
            All,
            (
                (KeyValuePair<string, string?>[])
                    [
                        new("state", state?.ToString().ToLowerInvariant()),
                        new("period", period),
                        new("part", part),
                    ]
            ).Where(pair => pair.Value is not null)
        );
}
