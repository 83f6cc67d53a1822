using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

/// <summary>The graph of an alarm, in the shape that chart.js draws: its figure, and its limit as a line.</summary>
public class SeriesModel(Office office, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var stop = HttpContext.RequestAborted;
        if (
            await office.Alarms.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, stop)
            is not { } alarm
        )
            return NotFound();
        var samples = await AlarmSeries.OfAsync(office, alarm, clock.GetUtcNow(), stop);
        return new JsonResult(
            new
            {
                Title = alarm.FullTitle(),
                AlarmKinds.Named(alarm.Rule)?.Unit,
                Times = samples.Select(sample => sample.At.ToUnixTimeSeconds()),
                Lines = new[]
                {
                    new { Name = alarm.Title(), Values = samples.Select(sample => sample.Value) },
                    new { Name = "Limit", Values = samples.Select(_ => alarm.Threshold) },
                },
            }
        );
    }
}
