using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records;

/// <summary>What the pages about a list have in common: which part of it, the address says.</summary>
public abstract class ListPageModel(RecordPageContext context, RecordParts parts, ListParts lists)
    : RecordPageModel(context, parts)
{
    public RecordList List => Pages.List;
    public ListQuery Query { get; protected set; } = null!;
    public bool MayChange => Viewer.IsManager;

    protected ListParts Lists => lists;
    protected DateOnly Today => lists.Today;

    protected ListQuery Asked => ListQuery.Read(List, Request.Query);
}
