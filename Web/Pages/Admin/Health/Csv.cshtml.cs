using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Data.Imports.Csv;
using StaffDashboard.Data.Measures;
using StaffDashboard.Web.Pages.Admin.Audit;
using StaffDashboard.Web.Pages.Shared.Files;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>The figures that the page shows, the course of the chosen one, and the people: with the page's own filters.</summary>
[FileTransfer]
public class CsvModel(Office office, IConfiguration settings, TimeProvider clock) : PageModel
{
    static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public async Task<IActionResult> OnGetAsync(Guid? person)
    {
        var stop = HttpContext.RequestAborted;
        var now = clock.GetUtcNow();
        var filter = HealthFilter.Read(Request.Query, OfficeZone.From(settings), now);
        var lines = new List<string[]>();
        if (person is null)
            lines.AddRange(await FiguresAsync(filter, now, stop));
        lines.AddRange(await CourseAsync(filter, person, now, stop));
        lines.AddRange(await PeopleAsync(filter, person, now, stop));
        var text = string.Concat(lines.Select(cells => CsvCell.Line(cells, ',')));
        Response.Headers.CacheControl = "no-store";
        return File(
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            "text/csv; charset=utf-8",
            string.Create(Culture, $"sync-health-{filter.Period.Key}-{now:yyyy-MM-dd}.csv")
        );
    }

    async Task<IEnumerable<string[]>> FiguresAsync(
        HealthFilter filter,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var view = await HealthView.ReadAsync(office, filter, now, stop);
        return
        [
            ["Figure", "Value", "Unit", "Note", $"Against {filter.Period.Before}"],
            .. HealthTile
                .Of(view, filter.Period)
                .Select(tile =>
                    new[]
                    {
                        tile.Figure.Title,
                        tile.Value.Number.Replace(",", "", StringComparison.Ordinal),
                        tile.Value.Unit,
                        tile.Note,
                        tile.Change?.Words ?? "",
                    }
                ),
        ];
    }

    async Task<IEnumerable<string[]>> CourseAsync(
        HealthFilter filter,
        Guid? person,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var series = await HealthSeries.ReadAsync(office, filter, person, now, stop);
        return
        [
            [""],
            [$"{series.Figure.Title}, from (UTC)", .. series.Lines],
            .. series.Points.Select(point =>
                (string[])[Time(point.At), .. point.Values.Select(Number)]
            ),
        ];
    }

    async Task<IEnumerable<string[]>> PeopleAsync(
        HealthFilter filter,
        Guid? person,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var stretch = filter.Period.Until(now);
        var people = await office.PeopleAsync(stretch, now, filter.Node, person, stop);
        var shown = filter.Sort.Sorted(people.Where(filter.Names).Where(filter.IsInState));
        return
        [
            [""],
            [
                "Person",
                "State",
                "Sees changes after, ms",
                "Saves take, ms",
                "Saves",
                "Failed",
                "Waiting",
                "Browser",
                "Last seen (UTC)",
            ],
            .. shown.Select(p =>
                new[]
                {
                    p.Name,
                    HealthWords.State(p.State),
                    Number(p.LatencyMs),
                    Number(p.SaveMs),
                    p.Saves.ToString(Culture),
                    p.Failures.ToString(Culture),
                    p.Waiting.ToString(Culture),
                    p.Agent,
                    p.SeenAt is { } seen ? Time(seen) : "",
                }
            ),
        ];
    }

    static string Time(DateTimeOffset at) => DateText.Sortable(at);

    static string Number(double? value) => value?.ToString("0.###", Culture) ?? "";
}
