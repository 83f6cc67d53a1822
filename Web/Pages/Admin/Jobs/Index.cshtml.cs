using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Quartz;
using StaffDashboard.Data;
using StaffDashboard.Data.Jobs;
using StaffDashboard.Web.Jobs;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Admin.Audit;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Once;

namespace StaffDashboard.Web.Pages.Admin.Jobs;

public class IndexModel(
    Office office,
    Viewer viewer,
    JobOrders orders,
    Effect effect,
    JobZone zone,
    Fragments fragments,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public JobFilter Filter { get; set; } = new();

    public Fragment Lines { get; private set; } = Fragment.Of("");
    public Fragment History { get; private set; } = Fragment.Of("");
    public Fragment Nodes { get; private set; } = Fragment.Of("");
    public IReadOnlyList<string> KnownNodes { get; private set; } = [];
    public bool MayChange => viewer.IsAdmin;

    CancellationToken Stop => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        switch (part)
        {
            case "lines":
                return new FragmentResult(await LinesAsync());
            case "history":
                return new FragmentResult(await HistoryAsync());
            case "nodes":
                return new FragmentResult(await NodesAsync());
            default:
                (Lines, History, Nodes) = (
                    await LinesAsync(),
                    await HistoryAsync(),
                    await NodesAsync()
                );
                KnownNodes = await office
                    .JobRuns.Select(run => run.Node)
                    .Distinct()
                    .Order()
                    .Take(50)
                    .ToListAsync(Stop);
                return Page();
        }
    }

    /// <param name="order">The wish, the job, and for a retry the run: see <see cref="JobLinks.Wish"/>.</param>
    public async Task<IActionResult> OnPostOrderAsync(string order)
    {
        if (!MayChange)
            return Forbid();
        var words = (order ?? "").Split(' ');
        if (
            words.Length < 2
            || !Enum.TryParse<JobWish>(words[0], out var wish)
            || !Enum.IsDefined(wish)
            || Schedule.Find(words[1]) is not { } line
        )
            return NotFound();
        var run = Guid.TryParse(words.ElementAtOrDefault(2), out var id) ? id : (Guid?)null;
        if (wish is JobWish.Retry && !await MayRetryAsync(line, run))
            return NotFound();
        return Done(await GiveAsync(line, wish, run));
    }

    async Task<Toast> GiveAsync(Recurring line, JobWish wish, Guid? run)
    {
        try
        {
            await orders.GiveAsync(office, line, wish, run, effect.SettleAsync, Stop);
        }
        catch (SchedulerException)
        {
            return new(
                $"The order could not be given. Try again in a moment: {line.Does}",
                Kind: "bad"
            );
        }
        return wish switch
        {
            JobWish.Run => new($"Runs now: {line.Does}"),
            JobWish.Retry => new($"Tried again: {line.Does}"),
            JobWish.Pause => new($"Paused: {line.Does}", JobLinks.Undo(JobWish.Resume, line.Name)),
            _ => new($"Resumed: {line.Does}", JobLinks.Undo(JobWish.Pause, line.Name)),
        };
    }

    Task<bool> MayRetryAsync(Recurring line, Guid? run) =>
        office.JobRuns.AnyAsync(
            r =>
                r.Id == run
                && r.Job == line.Name
                && (r.Outcome == JobOutcome.Failed || r.Outcome == JobOutcome.Lost),
            Stop
        );

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
                    Lines = await JobLine.AllAsync(office, await orders.PausedAsync(Stop), Stop),
                    Zone = zone.Zone.Words(),
                    MayChange,
                }
            )
        );

    async Task<Fragment> HistoryAsync() =>
        Fragment.Of(
            await fragments.RenderAsync<JobHistoryList>(
                new { History = await JobHistory.ReadAsync(office, Filter, Stop), MayChange }
            )
        );

    async Task<Fragment> NodesAsync()
    {
        var now = clock.GetUtcNow();
        return Fragment.Of(
            await fragments.RenderAsync<JobNodeList>(
                new { Nodes = await JobNode.AllAsync(office, now, Stop), Now = now }
            )
        );
    }
}
