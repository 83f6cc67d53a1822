using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Imports.Csv;
using StaffDashboard.Web.Pages.Shared.Files;

namespace StaffDashboard.Web.Pages.Admin.Audit;

/// <summary>The same lines as the page shows, all of them, written while they are read: a long trail fits in no memory.</summary>
[FileTransfer]
public class CsvModel(Office office, IConfiguration settings) : PageModel
{
    const int Batch = 500;

    [BindProperty(SupportsGet = true, Name = "")]
    public AuditFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync()
    {
        var stop = HttpContext.RequestAborted;
        var trail = await office.TrailAsync(Filter, OfficeZone.From(settings), stop);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"trail.csv\"";
        Response.Headers.CacheControl = "no-store";
        await using var writer = new StreamWriter(
            Response.Body,
            new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );
        await WriteAsync(["Time (UTC)", "Who", "What", "Table", "Row", "Step"]);
        AuditPosition? seen = null;
        while (await trail.Below(seen).Take(Batch).ToListAsync(stop) is { Count: > 0 } entries)
        {
            foreach (var line in await AuditLineView.OfAsync(office, entries, stop))
                await WriteAsync(Cells(line));
            await writer.FlushAsync(stop);
            if (!await HttpContext.MayGoOnAsync())
                break;
            seen = new(entries[^1].At, entries[^1].Id);
        }
        return new EmptyResult();

        Task WriteAsync(string[] cells) => writer.WriteAsync(CsvCell.Line(cells, ','));
    }

    static string[] Cells(AuditLineView view)
    {
        AuditEntry entry = view.Line.Entry;
        return
        [
            DateText.Sortable(entry.At),
            view.Line.Actor,
            view.Line.Text(),
            entry.TableName,
            entry.RowId,
            entry.RequestId ?? "",
        ];
    }
}
