using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Team.Person;

namespace StaffDashboard.Web.Pages.Team;

public class UndoModel(UndoRequest undo) : PageModel
{
    public IActionResult OnGet() => Redirect(TeamLinks.List);

    public async Task<IActionResult> OnPostAsync(Guid requestId)
    {
        var toast = await undo.RunAsync(requestId.ToString(), HttpContext.RequestAborted);
        if (!Request.Headers.ContainsKey("HX-Request"))
        {
            toast.Keep(TempData);
            return Redirect(TeamLinks.List);
        }
        toast.Show(Response);
        return new NoContentResult();
    }
}
