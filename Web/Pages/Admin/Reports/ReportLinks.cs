using System.Globalization;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Admin.Reports;

public static class ReportLinks
{
    public const string All = "/admin/reports";
    public const string Recipients = All + "?part=recipients";
    public const string History = All + "?part=history";
    public const string Settings = All + "?handler=Settings";
    public const string PutBack = All + "?handler=PutBack";
    public const string Preview = All + "/preview";
    public const string PreviewLetter = Preview + "/letter";

    public static string Recipient(Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"{All}/recipients/{id}");

    public static string Day(DateOnly day) => $"{All}/{DateText.Iso(day)}";

    public static string Letter(DateOnly day) => Day(day) + "/letter";
}
