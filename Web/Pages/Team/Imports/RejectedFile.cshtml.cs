using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using StaffDashboard.Data;
using StaffDashboard.Data.Imports;
using StaffDashboard.Data.Imports.Csv;
using StaffDashboard.Web.Pages.Shared.Files;

namespace StaffDashboard.Web.Pages.Team.Imports;

/// <summary>The rejected lines as they came, and why: to be mended and sent again. No connection is held while it is read.</summary>
[FileTransfer]
public class RejectedFileModel(Office office) : PageModel
{
    const int AtOnce = 500;

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
        IReadOnlyList<ImportRow> rows;
        for (var last = 0; (rows = await ReadAsync(id, last, stop)).Count > 0; last = rows[^1].Line)
        {
            foreach (var row in rows)
                await text.WriteAsync(
                    CsvCell.Line(
                        [.. Even(row.Cells, import.Columns.Length), row.Problem!],
                        import.Separator
                    )
                );
            await text.FlushAsync(stop);
            if (!await HttpContext.MayGoOnAsync())
                break;
        }
        return new EmptyResult();
    }

    async Task<IReadOnlyList<ImportRow>> ReadAsync(Guid id, int after, CancellationToken stop) =>
        await office
            .ImportRows.AsNoTracking()
            .Where(r => r.ImportId == id && r.Problem != null && r.Line > after)
            .OrderBy(r => r.Line)
            .Take(AtOnce)
            .ToListAsync(stop);

    static IEnumerable<string> Even(string[] cells, int length) =>
        cells.Concat(Enumerable.Repeat("", Math.Max(0, length - cells.Length)));
}
