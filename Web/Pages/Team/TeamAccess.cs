using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Team;

static class TeamAccess
{
    public static TopicRules Allow(TopicRules topics) =>
        topics
            .Allow("work-roles", (viewer, _) => viewer.IsSignedIn)
            .Allow("import:{id}", (viewer, _) => viewer.IsManager);
}
