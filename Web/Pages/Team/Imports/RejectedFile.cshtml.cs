using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using StaffDashboard.Data;
using StaffDashboard.Data.Imports;
using StaffDashboard.Data.Imports.Csv;

namespace StaffDashboard.Web.Pages.Team.Imports;

/// <summary>The rejected lines as they came, and why: to be mended and sent again.</summary>
public class RejectedFileModel(Office office) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        var stop = HttpContext.RequestAborted;
        if (
            await office.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop)
            is not { } import
        )
            return NotFound();
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = "rejected.csv",
        }.ToString();
        await using var text = new StreamWriter(
            Response.Body,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );
        await text.WriteAsync(CsvCell.Line([.. import.Columns, "Why"], import.Separator));
        var rows = office
            .ImportRows.AsNoTracking()
            .Where(r => r.ImportId == id && r.Problem != null)
            .OrderBy(r => r.Line);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(stop))
            await text.WriteAsync(
                CsvCell.Line(
                    [.. Even(row.Cells, import.Columns.Length), row.Problem!],
                    import.Separator
                )
            );
        return new EmptyResult();
    }

    static IEnumerable<string> Even(string[] cells, int length) =>
        cells.Concat(Enumerable.Repeat("", Math.Max(0, length - cells.Length)));
}
