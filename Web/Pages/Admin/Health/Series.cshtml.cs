using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>What a chart draws: times in seconds, and a value or null for each of its lines.</summary>
public class SeriesModel(Office office, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid? person)
    {
        var series = await HealthSeries.ReadAsync(
            office,
            HealthFilter.Read(Request.Query),
            person,
            clock.GetUtcNow(),
            HttpContext.RequestAborted
        );
        return new JsonResult(
            new
            {
                title = series.Figure.Title,
                unit = series.Figure.Unit,
                times = series.Points.Select(point => point.At.ToUnixTimeSeconds()),
                lines = series.Lines.Select(
                    (name, i) => new { name, values = series.Points.Select(p => p.Values[i]) }
                ),
            }
        );
    }
}
