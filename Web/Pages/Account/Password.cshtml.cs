using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Access.Passwords;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Account;

public class PasswordModel(
    Office office,
    Viewer viewer,
    NewPassword passwords,
    PasswordConfirmation confirmation,
    SignInDoor door
) : PageModel
{
    [BindProperty]
    public string? Old { get; set; }

    [BindProperty]
    public string? New { get; set; }

    public string? Email { get; private set; }
    public string? Problem { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await LoadAsync();
        // Somebody at an unlocked screen must not guess the password here, either.
        var knock = await confirmation.CheckAsync(Old ?? "", HttpContext.RequestAborted);
        if (knock.Wait > TimeSpan.Zero)
            return this.TooMany(knock.Wait, text => Problem = text);
        if (!knock.IsLetIn)
            ModelState.AddModelError(nameof(Old), "This is not your password.");
        if (!ModelState.IsValid || !await ChangeAsync(user))
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await door.LetInAsync(HttpContext, user);
        new Toast("Changed your password and signed out your other browsers").Keep(TempData);
        return LocalRedirect(AccountLinks.Password);
    }

    async Task<bool> ChangeAsync(User user)
    {
        var problems = await passwords.SetAsync(user, New ?? "", HttpContext.RequestAborted);
        foreach (var problem in problems)
            ModelState.AddModelError(nameof(New), problem);
        return problems.Count == 0;
    }

    async Task<User> LoadAsync()
    {
        var user = await office.Users.SingleAsync(
            u => u.Id == viewer.Id,
            HttpContext.RequestAborted
        );
        Email = user.Email;
        return user;
    }
}
