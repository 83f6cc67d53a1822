using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Problems;

static class ProblemsAccess
{
    public static TopicRules Allow(TopicRules topics) =>
        topics
            .Allow("problems", (viewer, _) => viewer.IsManager)
            .Allow("problems:{id}", (viewer, key) => key == viewer.Id?.ToString());
}
