using Microsoft.AspNetCore.Mvc.ApplicationModels;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>Everybody who is signed in sees the team; what Staff may not change is refused page by page here.</summary>
static class TeamAccess
{
    public static void Guard(PageConventionCollection pages) => pages.AuthorizePage("/Team/Index");

    public static TopicRules Allow(TopicRules topics) =>
        topics
            .Allow("team", (viewer, _) => viewer.IsSignedIn)
            .Allow("person:{id}", (viewer, _) => viewer.IsSignedIn)
            .Allow("work-roles", (viewer, _) => viewer.IsSignedIn)
            .Allow("import:{id}", (viewer, _) => viewer.IsManager);
}
