using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Access.Passwords;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Account;

public class InvitationModel(
    Office office,
    UserManager<User> users,
    NewPassword passwords,
    SignInDoor door,
    IConfiguration settings
) : PageModel
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
        var (named, stop) = (OfficeName.From(settings), HttpContext.RequestAborted);
        if (await DisplayName.ProblemAsync(office, person, Name, named, stop) is { } problem)
            ModelState.AddModelError(nameof(Name), problem);
        else
            await AcceptAsync(person, stop);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }
        await door.LetInAsync(HttpContext, person);
        return LocalRedirect("/");
    }

    async Task AcceptAsync(User person, CancellationToken stop)
    {
        person.Name = CleanText.Of(Name!);
        office.ActAs(person);
        person.EmailConfirmed = true;
        try
        {
            foreach (var wrong in await passwords.SetAsync(person, Password ?? "", stop))
                ModelState.AddModelError(nameof(Password), wrong);
        }
        catch (DbUpdateException failed) when (DisplayName.IsTaken(failed))
        {
            ModelState.AddModelError(nameof(Name), DisplayName.Taken);
        }
    }

    async Task<User?> LoadAsync()
    {
        Person = await users.FindByTokenAsync(PersonId, MailedTokens.Invitation, Token);
        if (Person is null)
            Response.StatusCode = StatusCodes.Status410Gone;
        return Person;
    }
}
