using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Account;

public class SignInModel(SignInDoor door, Viewer viewer) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Problem { get; private set; }

    public IActionResult OnGet() => viewer.IsSignedIn ? Onward() : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Email))
            ModelState.AddModelError(nameof(Email), "Enter the e-mail address of your account.");
        if (string.IsNullOrEmpty(Password))
            ModelState.AddModelError(nameof(Password), "Enter your password.");
        if (!ModelState.IsValid)
            return Refuse(StatusCodes.Status422UnprocessableEntity, null);
        var knock = await door.TryAsync(HttpContext, Email!, Password!);
        if (knock.Wait > TimeSpan.Zero)
            return this.TooMany(knock.Wait, text => Problem = text);
        return knock.IsLetIn
            ? Onward()
            : Refuse(
                StatusCodes.Status422UnprocessableEntity,
                "That e-mail address and password do not go together. Check both, or choose a new password below."
            );
    }

    PageResult Refuse(int code, string? problem)
    {
        Problem = problem;
        Response.StatusCode = code;
        return Page();
    }

    LocalRedirectResult Onward() => LocalRedirect(Url.LocalOrStart(ReturnUrl));
}
