using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Sessions;
using StaffDashboard.Web.Access;

namespace StaffDashboard.Web.Pages.Account;

public class ForgotModel(SlowDown slowDown, ResetLetters letters) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public bool IsSent { get; private set; }
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnPostAsync()
    {
        Email = CleanText.Of(Email ?? "");
        if (!Email.Contains('@', StringComparison.Ordinal) || Email.Length > 254)
        {
            ModelState.AddModelError(nameof(Email), EmailAddress.Problem);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        var address = SignInDoor.Address(HttpContext, "forgot-address", 10);
        var wait = await slowDown.TakeAsync([address], HttpContext.RequestAborted);
        if (wait > TimeSpan.Zero)
            return this.TooMany(wait, text => Problem = text);
        letters.Ask(Email, MailedLinks.BaseOf(HttpContext));
        IsSent = true;
        return Page();
    }
}
