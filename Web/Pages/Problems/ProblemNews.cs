using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Problems;

/// <summary>Every page shows it, and it hardly ever changes: kept in memory until it does.</summary>
public static class ProblemNews
{
    public static Task<Fragment> OfAsync(
        FragmentCache cache,
        Fragments fragments,
        Office office,
        Viewer viewer,
        CancellationToken stop
    ) =>
        cache.GetLiveAsync(
            "problem-news",
            viewer.Id.ToString()!,
            [ProblemLinks.Topic(viewer.Id)],
            async limit =>
                await fragments.RenderAsync<News>(
                    new
                    {
                        viewer.Id,
                        HasNews = await office.ProblemReports.AnyAsync(
                            report =>
                                report.UserId == viewer.Id
                                && report.AnsweredAt != null
                                && report.SeenAt == null,
                            limit
                        ),
                    }
                ),
            stop
        );
}
