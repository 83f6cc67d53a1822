using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Admin.Audit;
using StaffDashboard.Web.Pages.Shared.Alarms;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

public class IndexModel(
    Office office,
    FragmentCache cache,
    Fragments fragments,
    IConfiguration settings,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Rule { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    [BindProperty(SupportsGet = true, Name = "period")]
    public string? Asked { get; set; }

    public OneDay? Day => OneDay.Read(Asked, OfficeZone.From(settings), clock.GetUtcNow());
    public Fragment Open { get; private set; } = null!;
    public Fragment History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        var stop = HttpContext.RequestAborted;
        if (part == "banner")
            return new FragmentResult(await OpenAlarms.BannerAsync(cache, fragments, office, stop));
        if (part == "count")
            return new FragmentResult(await OpenAlarms.CountAsync(cache, fragments, office, stop));
        if (part == "open")
            return new FragmentResult(await OpenAsync(stop));
        History = await HistoryAsync(stop);
        if (part == "history")
            return new FragmentResult(History);
        Open = await OpenAsync(stop);
        return Page();
    }

    // A silence begins and ends without a notice: nothing of this is kept.
    async Task<Fragment> OpenAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var alarms = await office
            .Alarms.AsNoTracking()
            .Where(a => a.ClosedAt == null)
            .OrderByDescending(a => a.OpenedAt)
            .ToListAsync(stop);
        return Fragment.Of(
            await fragments.RenderAsync<OpenList>(
                new
                {
                    Alarms = alarms,
                    Names = await UserNames.OfAsync(
                        office,
                        alarms.Select(a => a.AcknowledgedById),
                        stop
                    ),
                    Silences = await office
                        .AlarmSilences.AsNoTracking()
                        .Where(s => s.From <= now && s.Until > now)
                        .OrderBy(s => s.Until)
                        .ToListAsync(stop),
                }
            )
        );
    }

    async Task<Fragment> HistoryAsync(CancellationToken stop) =>
        Fragment.Of(
            await fragments.RenderAsync<HistoryList>(
                new { History = await AlarmHistory.ReadAsync(office, Rule, Day, Before, stop) }
            )
        );
}
