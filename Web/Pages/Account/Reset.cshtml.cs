using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Access.Passwords;

namespace StaffDashboard.Web.Pages.Account;

public class ResetModel(
    Office office,
    UserManager<User> users,
    NewPassword passwords,
    SignInDoor door
) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "user")]
    public Guid PersonId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public User? Person { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is not { } person)
            return Page();
        office.ActAs(person);
        var stop = HttpContext.RequestAborted;
        foreach (var problem in await passwords.SetAsync(person, Password ?? "", stop))
            ModelState.AddModelError(nameof(Password), problem);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await door.LetInAsync(HttpContext, person);
        return LocalRedirect("/");
    }

    async Task<User?> LoadAsync()
    {
        Person = await users.FindByTokenAsync(PersonId, MailedTokens.Reset, Token);
        if (Person is null)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Person;
    }
}
