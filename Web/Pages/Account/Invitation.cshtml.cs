using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Access.Passwords;

namespace StaffDashboard.Web.Pages.Account;

public class InvitationModel(Office office, UserManager<User> users, SignInDoor door) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "user")]
    public Guid PersonId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public User? Person { get; private set; }

    public async Task OnGetAsync() => await LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await LoadAsync() is not { } person)
            return Page();
        if (PersonName.Problem(Name) is { } problem)
            ModelState.AddModelError(nameof(Name), problem);
        else
            person.Name = CleanText.Of(Name!);
        office.ActAs(person);
        person.EmailConfirmed = true;
        if (ModelState.IsValid)
            foreach (var wrong in await users.ChangeToAsync(person, Password ?? ""))
                ModelState.AddModelError(nameof(Password), wrong);
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
        Person = await users.FindByTokenAsync(PersonId, MailedTokens.Invitation, Token);
        if (Person is null)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Person;
    }
}
