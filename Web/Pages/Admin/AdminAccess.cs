using Microsoft.AspNetCore.Mvc.ApplicationModels;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Admin;

static class AdminAccess
{
    public static void Guard(PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/Admin", Policies.Manager);
        pages.AuthorizeFolder("/Admin/Users", Policies.Admin);
    }

    public static TopicRules Allow(TopicRules topics) =>
        topics.Allow("users", (viewer, _) => viewer.IsAdmin);
}
