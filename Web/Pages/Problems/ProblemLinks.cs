using System.Globalization;
using StaffDashboard.Data.Problems;

namespace StaffDashboard.Web.Pages.Problems;

public static class ProblemLinks
{
    public const string New = "/problems";
    public const string Own = "/account/problems";
    public const string OwnPart = Own + "?part=list";
    public const string NewsPart = Own + "?part=news";
    public const string All = "/admin/problems";

    public static string In(ProblemState? state) =>
        state is null ? All : $"{All}?state={state.ToString()!.ToLowerInvariant()}";

    public static string ListPart(ProblemState? state) =>
        In(state) + (state is null ? "?" : "&") + "part=list";

    public static string One(Guid id) => string.Create(CultureInfo.InvariantCulture, $"{All}/{id}");

    /// <summary>From an error page: what it knows goes with it.</summary>
    public static string About(string page, string? reference) =>
        $"{New}?page={Uri.EscapeDataString(page.Split('?')[0])}&reference={Uri.EscapeDataString(reference ?? "")}";

    /// <summary>What one person's own reports are told by.</summary>
    public static string Topic(Guid? user) => $"problems:{user}";
}
