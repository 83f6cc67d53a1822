using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Fields;
using StaffDashboard.Data.Imports.Csv;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>The list as a file: the same filter and order, all of its pages, written row by row as the database hands them over.</summary>
public class ExportModel(Office office, Viewer viewer, TimeProvider clock) : PageModel
{
    const int FlushEvery = 500;

    public async Task<IActionResult> OnGetAsync(string? separator)
    {
        var stop = HttpContext.RequestAborted;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var words = await office.WordsAsync("", stop);
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
        await WriteAsync(
            file,
            separator is ";" or "semicolon" ? ';' : ',',
            TeamFilter.Read(Request.Query) with
            {
                Position = null,
            },
            words,
            today,
            stop
        );
        return new EmptyResult();
    }

    async Task WriteAsync(
        StreamWriter file,
        char separator,
        TeamFilter filter,
        OfficeWords words,
        DateOnly today,
        CancellationToken stop
    )
    {
        var fields = EmployeeFields
            .InFiles.Where(field => viewer.IsManager || field != EmployeeFields.HourlyRate)
            .ToArray();
        await file.WriteAsync(CsvCell.Line(fields.Select(field => field.Label), separator));
        await office.Database.OpenConnectionAsync(stop);
        try
        {
            var search = filter.IsNarrow
                ? await PeopleSearch.PrepareAsync(office, filter.Search, filter.Skill, stop)
                : PeopleSearch.Nothing;
            var people = office
                .Employees.AsNoTracking()
                .Matching(filter, search, today)
                .InOrder(filter);
            var written = 0;
            await foreach (var person in people.AsAsyncEnumerable().WithCancellation(stop))
            {
                await file.WriteAsync(
                    CsvCell.Line(fields.Select(field => Cell(field, person, words)), separator)
                );
                if (++written % FlushEvery == 0)
                    await file.FlushAsync(stop);
            }
        }
        finally
        {
            await office.Database.CloseConnectionAsync();
        }
    }

    // As an import reads it again: the phone in one piece, the role by its name.
    static string Cell(EmployeeField field, Employee person, OfficeWords words)
    {
        var value = field.Of(person);
        return field == EmployeeFields.Phone || field == EmployeeFields.LastWorkedOn
            ? value
            : field.Show(value, words);
    }
}
