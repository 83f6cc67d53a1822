using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Confirmation;

namespace StaffDashboard.Web.Pages.Team.Person;

[ConfirmPassword]
[Authorize(Policy = Policies.Admin)]
public class EraseModel(Office office, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string Confirmation { get; set; } = "";

    public string Name { get; private set; } = "";
    public string? UserName { get; private set; }
    public string? Problem { get; private set; }
    public IReadOnlyList<Field<Employee>> Known { get; private set; } = [];
    public int TrailLines { get; private set; }
    public int ImportRows { get; private set; }

    CancellationToken Stop => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (!CleanText.Of(Confirmation ?? "").Equals(Name, StringComparison.OrdinalIgnoreCase))
        {
            Problem = $"Nothing was erased: this is not the name. Enter {Name}.";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await office.Database.ExecuteSqlAsync($"select erase_person({Id})", Stop);
        new Toast("Erased one person for good.").Keep(TempData);
        return Redirect("/team");
    }

    async Task<bool> LoadAsync()
    {
        if (await PersonView.ReadAsync(office, viewer, Id, Stop) is not { } person)
            return false;
        (Name, UserName) = (person.Employee.Name, person.UserName);
        Known =
        [
            .. EmployeeFields.All.Where(field =>
                !field.OutlivesErasure && field.Of(person.Employee) is not ("" or "false")
            ),
        ];
        TrailLines = await office.AuditLog.CountAsync(e => e.PersonId == Id, Stop);
        ImportRows = await office
            .Database.SqlQuery<int>(
                $"select count(*)::int as \"Value\" from import_rows_about({Id})"
            )
            .SingleAsync(Stop);
        return true;
    }
}
