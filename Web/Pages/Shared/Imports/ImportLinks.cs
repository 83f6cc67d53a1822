using System.Globalization;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>The addresses of the imports of one kind of record, below that of its list.</summary>
public sealed record ImportLinks(string Records)
{
    public string List => $"{Records}/import";
    public string Template => $"{List}/template.csv";

    public string Record(Guid id) => $"{Records}/{id}";

    public string One(Guid id) => $"{List}/{id}";

    public string Progress(Guid id) => One(id) + "?part=progress";

    public string Check(Guid id) => One(id) + "?handler=Check";

    public string Save(Guid id) => One(id) + "?handler=Save";

    public string Cancel(Guid id) => One(id) + "?handler=Cancel";

    public string Undo(Guid id) => One(id) + "?handler=Undo";

    public string Columns(Guid id) => One(id) + "/columns";

    public string RejectedFile(Guid id) => One(id) + "/rejected.csv";

    public string Rejected(Guid id, int? after = null) =>
        One(id)
        + "/rejected"
        + (after is null ? "" : string.Create(CultureInfo.InvariantCulture, $"?after={after}"));
}
