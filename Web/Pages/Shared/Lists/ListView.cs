using StaffDashboard.Data;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Search;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Shared.Lists;

/// <summary>One page of a list, as it is drawn for everybody of one role.</summary>
public sealed record ListView(
    RecordPages Pages,
    ListPage Page,
    OfficeWords Words,
    DateOnly Today,
    Viewer Audience
)
{
    public RecordList List => Page.Query.List;
    public RecordLinks Links => Pages.Links;
    public ListQuery Query => Page.Query;
    public ListCounts Counts => Page.Counts;

    /// <summary>What is looked for.</summary>
    public IReadOnlyList<string> SearchWords { get; } = [.. TextSearch.Words(Page.Query.Search)];

    /// <summary>Those that this viewer may see.</summary>
    public IEnumerable<ListColumn> Columns =>
        List.Columns.Where(column => column.Field?.MayBeSeenBy(Audience) != false);

    public bool MayChange => Audience.IsManager;

    /// <summary>On paper nothing is picked.</summary>
    public bool MayPick { get; init; } = Audience.IsManager;

    /// <summary>"312 people".</summary>
    public string Summary => CountWords(Counts.Of(ListCounts.Shown));

    public string CountWords(int count) =>
        $"{ListCounts.Words(count)} {(count == 1 ? Pages.Type.Word : Pages.Type.Plural)}";
}
