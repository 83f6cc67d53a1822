using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Here;

/// <summary>Who has a page open is seen by those who may open it. That a colleague is in the program, by everybody.</summary>
static class HereAccess
{
    public static TopicRules Allow(TopicRules topics) => topics.Allow("here:{place}", IsOpenTo);

    internal static bool IsOpenTo(Viewer viewer, string place) =>
        viewer.IsSignedIn
        && Place.IsPlace(place)
        && (viewer.IsManager || !place.StartsWith("/admin", StringComparison.Ordinal));
}
