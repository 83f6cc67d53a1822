using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Imports.Csv;
using StaffDashboard.Web.Pages.Shared.Files;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>
/// The list as a file: the same filter and order, all of its pages. Who is in it is read at once, for whoever is renamed
/// on the way would be in it twice or not at all; what they are is read batch by batch, and while one is on its way to a
/// reader, who may be slow, no connection to the database is held.
/// </summary>
[FileTransfer]
public class ExportModel(Office office, Viewer viewer, TimeProvider clock) : PageModel
{
    const int AtOnce = 1000;

    public async Task<IActionResult> OnGetAsync(string? separator)
    {
        var stop = HttpContext.RequestAborted;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var words = await office.WordsAsync(EmployeeFields.InFiles, "", stop);
        var filter = TeamFilter.Read(Request.Query) with { Position = null };
        var people = await FindAsync(filter, today, stop);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.CacheControl = "no-store";
        Response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture,
            $"attachment; filename=\"team-{today:yyyy-MM-dd}.csv\""
        );
        await using var file = new StreamWriter(
            Response.Body,
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            leaveOpen: true
        );
        await WriteAsync(file, separator is ";" or "semicolon" ? ';' : ',', people, words, stop);
        return new EmptyResult();
    }

    async Task WriteAsync(
        StreamWriter file,
        char separator,
        IEnumerable<Guid> people,
        OfficeWords words,
        CancellationToken stop
    )
    {
        var fields = EmployeeFields.InFiles.Where(field => field.MayBeSeenBy(viewer)).ToArray();
        await file.WriteAsync(CsvCell.Line(fields.Select(field => field.Label), separator));
        foreach (var batch in people.Chunk(AtOnce))
        {
            foreach (var person in await ReadAsync(batch, stop))
                await file.WriteAsync(
                    CsvCell.Line(
                        fields.Select(field => field.Type.InFile(field.Of(person), words)),
                        separator
                    )
                );
            await file.FlushAsync(stop);
            if (!await HttpContext.MayGoOnAsync())
                break;
        }
    }

    async Task<List<Guid>> FindAsync(TeamFilter filter, DateOnly today, CancellationToken stop)
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        var search = filter.IsNarrow
            ? await PeopleSearch.PrepareAsync(connection, filter.Search, filter.Skill, stop)
            : PeopleSearch.Nothing;
        return await office
            .Employees.Matching(filter, search, today)
            .InOrder(filter)
            .Select(person => person.Id)
            .ToListAsync(stop);
    }

    async Task<IEnumerable<Employee>> ReadAsync(Guid[] batch, CancellationToken stop)
    {
        var people = await office
            .Employees.AsNoTracking()
            .Where(person => batch.Contains(person.Id))
            .ToListAsync(stop);
        return batch.Join(people, id => id, person => person.Id, (_, person) => person);
    }
}
