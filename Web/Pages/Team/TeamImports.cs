using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Pages.Shared.Imports;

namespace StaffDashboard.Web.Pages.Team;

static class TeamImports
{
    public static readonly ImportPages Pages = new(
        EmployeeImport.Type,
        TeamLinks.Person,
        "the team"
    )
    {
        Existing = "People who are in the team already",
        Taken = "A phone number that somebody active has",
        Hints =
        [
            "A phone number tells who somebody is. Lines without one are always added as new people.",
            "Skills stand in one cell, with commas between them.",
        ],
    };
}
