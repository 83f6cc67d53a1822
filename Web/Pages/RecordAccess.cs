using Microsoft.AspNetCore.Mvc.ApplicationModels;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages;

/// <summary>Whoever is signed in sees every kind of record; what may not be changed by Staff is refused page by page.</summary>
static class RecordAccess
{
    public static void Guard(PageConventionCollection pages) => pages.AuthorizeFolder("/Records");

    public static TopicRules Allow(TopicRules topics)
    {
        foreach (var pages in RecordRegistry.All)
            topics = topics
                .Allow(pages.Room, (viewer, _) => viewer.IsSignedIn)
                .Allow(pages.Type.Word + ":{id}", (viewer, _) => viewer.IsSignedIn);
        return topics;
    }
}
