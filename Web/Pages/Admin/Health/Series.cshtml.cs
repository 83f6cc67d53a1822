using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Web.Pages.Admin.Audit;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>What a chart draws: times in seconds, and a value or null for each of its lines.</summary>
public class SeriesModel(Office office, IConfiguration settings, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid? person)
    {
        var now = clock.GetUtcNow();
        var series = await HealthSeries.ReadAsync(
            office,
            HealthFilter.Read(Request.Query, OfficeZone.From(settings), now),
            person,
            now,
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
