using System.Globalization;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Data.Reports;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Admin.Audit;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

public class SilencesModel(
    Office office,
    Viewer viewer,
    Fragments fragments,
    IValidator<SilenceForm> rules,
    IConfiguration settings,
    TimeProvider clock
) : PageModel
{
    const int Shown = 50;

    [BindProperty]
    public SilenceForm Form { get; set; } = new();

    public Fragment List { get; private set; } = null!;
    public bool MayChange => viewer.IsAdmin;
    public TimeZoneInfo Zone => OfficeZone.From(settings);

    public string? Local(DateTime? time) =>
        time?.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        var stop = HttpContext.RequestAborted;
        List = await ListAsync(stop);
        if (part == "list")
            return new FragmentResult(List);
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone).DateTime;
        Form = new() { From = now, Until = now.AddHours(2) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var stop = HttpContext.RequestAborted;
        if (!viewer.IsAdmin)
            return Forbid();
        foreach (var error in (await rules.ValidateAsync(Form, stop)).Errors)
            ModelState.AddModelError($"{nameof(Form)}.{error.PropertyName}", error.ErrorMessage);
        if (!ModelState.IsValid)
        {
            List = await ListAsync(stop);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        office.Add(
            new AlarmSilence
            {
                Rule = string.IsNullOrEmpty(Form.Rule) ? null : Form.Rule,
                From = InUtc(Form.From!.Value),
                Until = InUtc(Form.Until!.Value),
                Reason = Form.CleanReason,
                ById = viewer.Id,
                By = viewer.Name,
            }
        );
        await office.SaveChangesAsync(stop);
        new Toast("Planned the silence").Keep(TempData);
        return Redirect(AlertLinks.Silences);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        var stop = HttpContext.RequestAborted;
        if (!viewer.IsAdmin)
            return Forbid();
        if (
            await office.AlarmSilences.SingleOrDefaultAsync(s => s.Id == id, stop)
            is not { } silence
        )
            return NotFound();
        var now = clock.GetUtcNow();
        if (silence.From >= now)
            office.Remove(silence);
        else if (!silence.IsOver(now))
            silence.Until = now;
        await office.SaveChangesAsync(stop);
        new Toast("Notifications are back on").Keep(TempData);
        return Redirect(AlertLinks.Silences);
    }

    DateTimeOffset InUtc(DateTime local) =>
        OfficeDay
            .MomentOf(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), Zone)
            .ToUniversalTime();

    // A silence begins and ends without a notice: nothing of this is kept.
    async Task<Fragment> ListAsync(CancellationToken stop)
    {
        var silences = await office
            .AlarmSilences.AsNoTracking()
            .OrderByDescending(s => s.Until)
            .Take(Shown)
            .ToListAsync(stop);
        return Fragment.Of(
            await fragments.RenderAsync<SilenceList>(
                new
                {
                    Silences = silences,
                    Names = await UserNames.OfAsync(office, silences.Select(s => s.ById), stop),
                    Now = clock.GetUtcNow(),
                    MayChange,
                }
            )
        );
    }
}
