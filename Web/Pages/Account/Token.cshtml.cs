using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Account;

/// <summary>
/// For a change that waited longer than its page's token lasts. It says whose token it is: the browser may
/// have changed hands meanwhile, and nobody's change is sent as somebody else's.
/// </summary>
public class TokenModel(IAntiforgery antiforgery, Viewer viewer) : PageModel
{
    public JsonResult OnGet() =>
        new(
            new
            {
                Person = viewer.Id,
                Token = antiforgery.GetAndStoreTokens(HttpContext).RequestToken,
            }
        );
}
