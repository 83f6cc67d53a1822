using Hangfire;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Web.Jobs;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Admin.Audit;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Once;
using RecurringJob = StaffDashboard.Web.Jobs.RecurringJob;

namespace StaffDashboard.Web.Pages.Admin.Jobs;

public class IndexModel(
    Office office,
    Viewer viewer,
    JobOrders orders,
    JobStorage hangfire,
    Effect effect,
    JobZone zone,
    Fragments fragments
) : PageModel
{
    public Fragment Lines { get; private set; } = Fragment.Of("");
    public bool MayChange => viewer.IsAdmin;

    CancellationToken Stop => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        Lines = await LinesAsync();
        return part == "lines" ? new FragmentResult(Lines) : Page();
    }

    /// <param name="order">The wish and the job: see <see cref="JobLinks.Wish"/>.</param>
    public async Task<IActionResult> OnPostOrderAsync(string order)
    {
        if (!MayChange)
            return Forbid();
        if (
            (order ?? "").Split(' ') is not [var word, var id]
            || !Enum.TryParse<JobWish>(word, out var wish)
            || !Enum.IsDefined(wish)
            || RecurringJobs.Find(id) is not { } job
        )
            return NotFound();
        return Done(await GiveAsync(job, wish));
    }

    async Task<Toast> GiveAsync(RecurringJob job, JobWish wish)
    {
        try
        {
            await orders.GiveAsync(office, job, wish, effect.SettleAsync, Stop);
        }
        // The order is kept: see JobOrders.
        catch (BackgroundJobClientException)
        {
            return new($"Starts within a minute: {job.Title}");
        }
        return wish switch
        {
            JobWish.Run => new($"Started: {job.Title}"),
            JobWish.Pause => new($"Paused: {job.Title}", JobLinks.Undo(JobWish.Resume, job.Id)),
            _ => new($"Resumed: {job.Title}", JobLinks.Undo(JobWish.Pause, job.Id)),
        };
    }

    IActionResult Done(Toast toast)
    {
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            toast.Show(Response);
            return new NoContentResult();
        }
        toast.Keep(TempData);
        return Redirect(JobLinks.Page);
    }

    async Task<Fragment> LinesAsync() =>
        Fragment.Of(
            await fragments.RenderAsync<JobLineList>(
                new
                {
                    Lines = await JobLine.AllAsync(office, hangfire, Stop),
                    Zone = zone.Zone.Words(),
                    MayChange,
                }
            )
        );
}
