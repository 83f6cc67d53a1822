using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Web.Pages.Team;

namespace StaffDashboard.Web.Pages;

/// <summary>Until there is an overview, the team is what one sees first.</summary>
public class IndexModel : PageModel
{
    public IActionResult OnGet() => Redirect(TeamLinks.List);
}
