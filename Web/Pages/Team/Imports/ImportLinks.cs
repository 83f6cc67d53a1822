using System.Globalization;

namespace StaffDashboard.Web.Pages.Team.Imports;

public static class ImportLinks
{
    public const string List = "/team/import";
    public const string Template = "/team/import/template.csv";

    public static string One(Guid id) => $"{List}/{id}";

    public static string Progress(Guid id) => One(id) + "?part=progress";

    public static string Check(Guid id) => One(id) + "?handler=Check";

    public static string Save(Guid id) => One(id) + "?handler=Save";

    public static string Cancel(Guid id) => One(id) + "?handler=Cancel";

    public static string Undo(Guid id) => One(id) + "?handler=Undo";

    public static string Columns(Guid id) => One(id) + "/columns";

    public static string RejectedFile(Guid id) => One(id) + "/rejected.csv";

    public static string Rejected(Guid id, int? after = null) =>
        One(id)
        + "/rejected"
        + (after is null ? "" : string.Create(CultureInfo.InvariantCulture, $"?after={after}"));
}
