using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Imports.Csv;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Pages.Shared.Files;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records;

/// <summary>
/// The list as a file: the same filter and order, all of its pages. What is in it is read at once, for whatever is renamed
/// on the way would be in it twice or not at all; what each says is read batch by batch, and while one is on its way to a
/// reader, who may be slow, no connection to the database is held.
/// </summary>
[FileTransfer]
public class ExportModel(RecordPageContext context, RecordParts parts, ListParts lists)
    : ListPageModel(context, parts, lists)
{
    const int AtOnce = 1000;

    public async Task<IActionResult> OnGetAsync(string? separator)
    {
        var words = await Office.WordsAsync(Type.InFiles, "", Stop);
        Query = Asked with { Position = null };
        var ids = await List.IdsAsync(Office, Query, Today, Stop);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture,
            $"attachment; filename=\"{Pages.Room}-{Today:yyyy-MM-dd}.csv\""
        );
        await using var file = new StreamWriter(
            Response.Body,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            leaveOpen: true
        );
        await WriteAsync(file, separator is ";" or "semicolon" ? ';' : ',', ids, words);
        return new EmptyResult();
    }

    async Task WriteAsync(
        StreamWriter file,
        char separator,
        IEnumerable<Guid> ids,
        OfficeWords words
    )
    {
        var fields = Type.InFiles.Where(field => field.MayBeSeenBy(Viewer)).ToArray();
        await file.WriteAsync(CsvCell.Line(fields.Select(field => field.Label), separator));
        foreach (var batch in ids.Chunk(AtOnce))
        {
            foreach (var record in await List.ReadAsync(Office, batch, Stop))
                await file.WriteAsync(
                    CsvCell.Line(
                        fields.Select(field => field.Type.InFile(field.Of(record), words)),
                        separator
                    )
                );
            await file.FlushAsync(Stop);
            if (!await HttpContext.MayGoOnAsync())
                break;
        }
    }
}
