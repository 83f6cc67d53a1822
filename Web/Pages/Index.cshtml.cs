using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace StaffDashboard.Web.Pages;

/// <summary>Until there is an overview, the team is what one sees first.</summary>
public class IndexModel : PageModel
{
    public IActionResult OnGet() => RedirectToPage("/Team/Index");
}
