using StaffDashboard.Web.Pages.Clients;
using StaffDashboard.Web.Pages.Shared.Records;
using StaffDashboard.Web.Pages.Team.Person;

namespace StaffDashboard.Web.Pages;

/// <summary>The pages of every kind of record.</summary>
public static class RecordRegistry
{
    public static readonly IReadOnlyList<RecordPages> All = [PersonPages.Pages, ClientPages.Pages];

    public static RecordPages? Of(string table) =>
        All.FirstOrDefault(pages => pages.Type.Table == table);
}
