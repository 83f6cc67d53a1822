using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Problems;

/// <summary>One's own reports and what was answered. Opening the page is having seen it.</summary>
public class OwnModel(
    Office office,
    Viewer viewer,
    FragmentCache cache,
    Fragments fragments,
    TimeProvider clock
) : PageModel
{
    const int Most = 100;

    public Fragment List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        var stop = HttpContext.RequestAborted;
        if (part == "news")
            return new FragmentResult(
                await ProblemNews.OfAsync(cache, fragments, office, viewer, stop)
            );
        List = await cache.GetLiveAsync(
            "own-problems",
            viewer.Id.ToString()!,
            [ProblemLinks.Topic(viewer.Id), "users"],
            RenderAsync,
            stop
        );
        if (part is not null)
            return new FragmentResult(List);
        await SeeAsync(stop);
        return Page();
    }

    async Task<string> RenderAsync(CancellationToken stop)
    {
        var reports = await office
            .ProblemReports.AsNoTracking()
            .Where(report => report.UserId == viewer.Id)
            .OrderByDescending(report => report.At)
            .Take(Most)
            .ToListAsync(stop);
        return await fragments.RenderAsync<OwnProblems>(
            new
            {
                viewer.Id,
                Reports = reports,
                Names = await UserNames.OfAsync(office, reports.Select(r => r.AnsweredById), stop),
            }
        );
    }

    Task<int> SeeAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return office
            .ProblemReports.Where(report =>
                report.UserId == viewer.Id && report.AnsweredAt != null && report.SeenAt == null
            )
            .ExecuteUpdateAsync(set => set.SetProperty(report => report.SeenAt, now), stop);
    }
}
