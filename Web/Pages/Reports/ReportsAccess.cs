using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace StaffDashboard.Web.Pages.Reports;

static class ReportsAccess
{
    /// <summary>Whoever gets a report may have no account: the signed link in the letter speaks for them.</summary>
    public static void Guard(PageConventionCollection pages) =>
        pages.AllowAnonymousToFolder("/Reports");
}
