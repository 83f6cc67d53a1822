using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Here;

/// <summary>Who has a page open is seen by those who may open it. That a colleague is in the program, by everybody.</summary>
static class HereAccess
{
    /// <summary>The pages that not everybody may open, as the folders of the features guard them.</summary>
    static readonly (string Page, Func<Viewer, bool> IsOpen)[] Guarded =
    [
        ("/admin", viewer => viewer.IsManager),
        ("/admin/users", viewer => viewer.IsAdmin),
        ("/admin/outbox", viewer => viewer.IsAdmin),
        .. from pages in RecordRegistry.All
        from part in (string[])["bulk", "import", "new"]
        select ($"{pages.Links.List}/{part}", (Func<Viewer, bool>)(viewer => viewer.IsManager)),
    ];

    public static TopicRules Allow(TopicRules topics) => topics.Allow("here:{place}", IsOpenTo);

    internal static bool IsOpenTo(Viewer viewer, string place) =>
        viewer.IsSignedIn
        && Place.IsPlace(place)
        && Guarded.All(one => !Place.IsWithin(place, one.Page) || one.IsOpen(viewer));
}
