using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Problems;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Admin.Problems;

public class IndexModel(Office office, FragmentCache cache, Fragments fragments) : PageModel
{
    const int Most = 200;

    public Fragment List { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? part, ProblemState? state)
    {
        List = await cache.GetAsync(
            $"problems {state}",
            "manager",
            ["problems"],
            stop => RenderAsync(state, stop),
            HttpContext.RequestAborted
        );
        return part is null ? Page() : new FragmentResult(List);
    }

    async Task<string> RenderAsync(ProblemState? state, CancellationToken stop) =>
        await fragments.RenderAsync<ProblemList>(
            new
            {
                State = state,
                Counts = await office
                    .ProblemReports.GroupBy(report => report.State)
                    .Select(group => new { group.Key, Count = group.Count() })
                    .ToDictionaryAsync(group => group.Key, group => group.Count, stop),
                Reports = await office
                    .ProblemReports.AsNoTracking()
                    .Where(report => state == null || report.State == state)
                    .OrderByDescending(report => report.At)
                    .Take(Most)
                    .ToListAsync(stop),
            }
        );
}
