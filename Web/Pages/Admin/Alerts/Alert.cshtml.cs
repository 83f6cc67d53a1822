using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Trail;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

public class AlertModel(Office office, Viewer viewer, Fragments fragments, TimeProvider clock)
    : PageModel
{
    public Alarm Alarm { get; private set; } = null!;
    public Fragment Facts { get; private set; } = null!;
    public IReadOnlyList<Sample> Samples { get; private set; } = [];

    public string Words =>
        AlarmKinds.Named(Alarm.Rule) is { } kind
            ? $"Rule: {char.ToLowerInvariant(kind.Rings(kind.Default)[0])}{kind.Rings(new() { Threshold = Alarm.Threshold, WindowMinutes = kind.WindowMinutes })[1..]}."
            : "This rule no longer exists.";

    public async Task<IActionResult> OnGetAsync(Guid id, string? part)
    {
        var stop = HttpContext.RequestAborted;
        if (
            await office.Alarms.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, stop)
            is not { } alarm
        )
            return NotFound();
        Alarm = alarm;
        Facts = await FactsAsync(stop);
        if (part == "facts")
            return new FragmentResult(Facts);
        Samples = await AlarmSeries.OfAsync(office, alarm, clock.GetUtcNow(), stop);
        return Page();
    }

    // A look may write its value in between, or somebody else may be quicker.
    public Task<IActionResult> OnPostAcknowledgeAsync(Guid id) =>
        office.RetryAsync(() => AcknowledgeAsync(id));

    async Task<IActionResult> AcknowledgeAsync(Guid id)
    {
        var stop = HttpContext.RequestAborted;
        if (!viewer.IsAdmin)
            return Forbid();
        if (await office.Alarms.SingleOrDefaultAsync(a => a.Id == id, stop) is not { } alarm)
            return NotFound();
        alarm.Acknowledge(viewer, clock.GetUtcNow());
        await office.SaveChangesAsync(stop);
        new Toast($"You acknowledged: {alarm.FullTitle()}").Keep(TempData);
        return Redirect(AlertLinks.One(id));
    }

    async Task<Fragment> FactsAsync(CancellationToken stop)
    {
        var row = Alarm.Id.ToString();
        var entries = await office
            .AuditLog.AsNoTracking()
            .Where(e => e.TableName == "alarms" && e.RowId == row)
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Take(100)
            .ToListAsync(stop);
        var names = await TrailNames.ForAsync(office, entries, "", stop);
        return Fragment.Of(
            await fragments.RenderAsync<AlarmFacts>(
                new
                {
                    Alarm,
                    Names = await UserNames.OfAsync(office, [Alarm.AcknowledgedById], stop),
                    Calls = await AlarmCall.OfAsync(office, Alarm.Id, stop),
                    Trail = entries.ConvertAll(e => TrailLine.Of(e, names, viewer)),
                    MayAcknowledge = viewer.IsAdmin
                        && Alarm is { IsOpen: true, IsAcknowledged: false },
                }
            )
        );
    }
}
