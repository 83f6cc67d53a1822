using FluentValidation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Shared.Confirmation;

namespace StaffDashboard.Web.Pages.Admin.Users;

[ConfirmPassword]
public class NewModel(
    UserManager<User> users,
    Invitations invitations,
    IValidator<InviteForm> rules
) : PageModel
{
    [BindProperty]
    public InviteForm Form { get; set; } = new() { Role = UserRole.Staff };

    public async Task<IActionResult> OnPostAsync()
    {
        foreach (var error in (await rules.ValidateAsync(Form)).Errors)
            ModelState.AddModelError($"{nameof(Form)}.{error.PropertyName}", error.ErrorMessage);
        if (!ModelState.IsValid)
            return Refuse();
        var email = CleanText.Of(Form.Email!);
        var user = new User
        {
            Email = email,
            UserName = email,
            // Until the person says how they are called.
            Name = CleanText.Beginning(email, DisplayName.Longest),
            Role = Form.Role!.Value,
        };
        if (!await CreateAsync(user))
        {
            ModelState.AddModelError(
                "Form.Email",
                "This address, or one that looks the same, already has an account. See the list of users."
            );
            return Refuse();
        }
        (await invitations.SendAsync(user, HttpContext)).Keep(TempData);
        return LocalRedirect(AdminLinks.UserPage(user.Id));
    }

    async Task<bool> CreateAsync(User user)
    {
        try
        {
            return (await users.CreateAsync(user)).Succeeded;
        }
        catch (DbUpdateException failed) when (failed.IsTaken())
        {
            return false;
        }
    }

    PageResult Refuse()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
