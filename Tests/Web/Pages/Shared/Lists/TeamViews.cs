using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Team;
using StaffDashboard.Web.Pages.Team.Person;

namespace StaffDashboard.Tests.Web.Pages.Shared.Lists;

/// <summary>Lists to draw, without a database.</summary>
static class TeamViews
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static ListQuery Query(string address = "") =>
        ListQuery.Read(
            TeamList.List,
            new Microsoft.AspNetCore.Http.QueryCollection(
                Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address)
            )
        );

    public static ListView Of(
        ListQuery query,
        Employee[] people,
        ListCount[]? counts = null,
        UserRole role = UserRole.Manager
    ) =>
        new(
            PersonPages.Pages,
            new(query, people, null, null, new(counts ?? [])),
            OfficeWords.Plain,
            Today,
            new Viewer(Guid.Empty, "", role, null)
        );
}
