using Microsoft.AspNetCore.Mvc.ApplicationModels;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Admin;

static class AdminAccess
{
    /// <summary>Who may sign in, and the letters that let people in, are for Admin; the rest is for Managers, too.</summary>
    public static void Guard(PageConventionCollection pages) =>
        pages
            .AuthorizeFolder("/Admin", Policies.Manager)
            .AuthorizeFolder("/Admin/Users", Policies.Admin)
            .AuthorizeFolder("/Admin/Outbox", Policies.Admin);

    public static TopicRules Allow(TopicRules topics) =>
        topics
            .Allow("users", (viewer, _) => viewer.IsAdmin)
            .Allow("alarms", (viewer, _) => viewer.IsManager)
            .Allow("switches", (viewer, _) => viewer.IsSignedIn)
            .Allow("jobs", (viewer, _) => viewer.IsManager)
            .Allow("inconsistencies", (viewer, _) => viewer.IsManager)
            .Allow("letters", (viewer, _) => viewer.IsAdmin)
            .Allow("reports", (viewer, _) => viewer.IsManager);
}
