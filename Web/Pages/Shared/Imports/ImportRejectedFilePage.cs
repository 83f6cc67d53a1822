using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using StaffDashboard.Data.Imports;
using StaffDashboard.Data.Imports.Csv;
using StaffDashboard.Web.Pages.Shared.Files;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>The rejected lines as they came, and why: to be mended and sent again. No connection is held while it is read.</summary>
[FileTransfer]
public class ImportRejectedFilePage(ImportContext context) : ImportPage(context)
{
    const int AtOnce = 500;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (await FindAsync(id) is not { } import)
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
        for (var last = 0; (rows = await ReadAsync(id, last)).Count > 0; last = rows[^1].Line)
        {
            foreach (var row in rows)
                await text.WriteAsync(
                    CsvCell.Line(
                        [.. Even(row.Cells, import.Columns.Length), row.Problem!],
                        import.Separator
                    )
                );
            await text.FlushAsync(Stop);
            if (!await HttpContext.MayGoOnAsync())
                break;
        }
        return new EmptyResult();
    }

    async Task<IReadOnlyList<ImportRow>> ReadAsync(Guid id, int after) =>
        await Office
            .ImportRows.AsNoTracking()
            .Where(r => r.ImportId == id && r.Problem != null && r.Line > after)
            .OrderBy(r => r.Line)
            .Take(AtOnce)
            .ToListAsync(Stop);

    static IEnumerable<string> Even(string[] cells, int length) =>
        cells.Concat(Enumerable.Repeat("", Math.Max(0, length - cells.Length)));
}
