using Microsoft.AspNetCore.Mvc.ApplicationModels;
using StaffDashboard.Web.Access;

namespace StaffDashboard.Web.Pages.Team.Imports;

/// <summary>A list can change everybody at once, and carries hourly rates: for Manager and Admin.</summary>
static class ImportAccess
{
    public static void Guard(PageConventionCollection pages) =>
        pages.AuthorizeFolder("/Team/Imports", Policies.Manager);
}
