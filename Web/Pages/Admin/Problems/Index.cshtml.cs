using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Problems;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Admin.Audit;

namespace StaffDashboard.Web.Pages.Admin.Problems;

public class IndexModel(
    Office office,
    FragmentCache cache,
    Fragments fragments,
    IConfiguration settings,
    TimeProvider clock
) : PageModel
{
    const int Most = 200;

    public Fragment List { get; private set; } = null!;

    public ProblemState? State { get; private set; }
    public OneDay? Day { get; private set; }

    public async Task<IActionResult> OnGetAsync(string? part, ProblemState? state, string? period)
    {
        State = state;
        Day = OneDay.Read(period, OfficeZone.From(settings), clock.GetUtcNow());
        List = await cache.GetLiveAsync(
            $"problems {state} {Day?.Key}",
            "manager",
            ["problems", "users"],
            RenderAsync,
            HttpContext.RequestAborted
        );
        return part is null ? Page() : new FragmentResult(List);
    }

    async Task<string> RenderAsync(CancellationToken stop)
    {
        var reports = office.ProblemReports.AsNoTracking();
        if (Day is { Stretch: var day })
            reports = reports.Where(report => report.At >= day.From && report.At < day.Until);
        var shown = await reports
            .Where(report => State == null || report.State == State)
            .OrderByDescending(report => report.At)
            .Take(Most)
            .ToListAsync(stop);
        return await fragments.RenderAsync<ProblemList>(
            new
            {
                State,
                Period = Day?.Key,
                Counts = await reports
                    .GroupBy(report => report.State)
                    .Select(group => new { group.Key, Count = group.Count() })
                    .ToDictionaryAsync(group => group.Key, group => group.Count, stop),
                Reports = shown,
                Names = await UserNames.OfAsync(
                    office,
                    shown.Select(report => (Guid?)report.UserId),
                    stop
                ),
            }
        );
    }
}
