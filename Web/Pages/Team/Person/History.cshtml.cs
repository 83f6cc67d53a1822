using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Fields;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Team.Person;

public class HistoryModel(
    Office office,
    Viewer viewer,
    PersonParts parts,
    TimeProvider clock,
    IConfiguration settings
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public PersonView Person { get; private set; } = null!;
    public string Name => Person.Employee.Name;
    public Fragment Head { get; private set; } = null!;
    public Fragment List { get; private set; } = null!;
    public string? Problem { get; private set; }

    CancellationToken Stop => HttpContext.RequestAborted;
    bool IsHtmx => Request.Headers.ContainsKey("HX-Request");

    public async Task<IActionResult> OnGetAsync(string? part) =>
        part is not null ? new FragmentResult(await ListAsync())
        : await ShowAsync() ? Page()
        : NotFound();

    public async Task<IActionResult> OnPostPutBackAsync(string? change)
    {
        if (
            change?.Split(':') is not [var number, var column]
            || !long.TryParse(number, CultureInfo.InvariantCulture, out var entry)
            || EmployeeFields.ByColumn(column) is not { } field
        )
            return BadRequest("change: name a line of the history and a column.");
        if (!viewer.MayEdit(field.Section))
            return Forbid();
        return await Putting.BackAsync(office, Id, entry, field, clock, Stop) switch
        {
            null => NotFound(),
            { Length: > 0 } problem => await RefuseAsync(problem),
            _ => await DoneAsync(new Toast($"Put back {field.Label.ToLowerInvariant()}.")),
        };
    }

    async Task<IActionResult> DoneAsync(Toast toast)
    {
        if (IsHtmx)
        {
            toast.Show(Response);
            return new FragmentResult(await ListAsync());
        }
        toast.Keep(TempData);
        return Redirect(PersonLinks.History(Id));
    }

    async Task<IActionResult> RefuseAsync(string problem)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        if (!IsHtmx)
        {
            Problem = problem;
            return await ShowAsync() ? Page() : NotFound();
        }
        new Toast(problem, Kind: "bad").Show(Response);
        return Content((await ListAsync()).Html, "text/html; charset=utf-8");
    }

    async Task<bool> ShowAsync()
    {
        if (await PersonView.ReadAsync(office, viewer, Id, Stop) is not { } person)
            return false;
        Person = person;
        Head = await parts.HeadAsync(Id, Stop);
        List = await ListAsync();
        return true;
    }

    Task<Fragment> ListAsync() =>
        parts.HistoryAsync(Id, Before, OfficeCountry.From(settings), Stop);
}
