using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Admin.Users;

public class PersonModel(Office office, Viewer viewer, Invitations invitations, TimeProvider clock)
    : PageModel
{
    [BindProperty]
    public UserRole? Role { get; set; }

    /// <summary>One's own account is taken out of one's own hands only on purpose.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    /// <summary>As the page showed it: a colleague may have decided otherwise since.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    public User Person { get; private set; } = null!;
    public string? Problem { get; private set; }
    public bool IsSelf => Person.Id == viewer.Id;
    public UserRole Shown => Role ?? Person.Role;

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var id = Guid.Parse(RouteData.Values["id"]!.ToString()!, null);
        if (
            await office.Users.SingleOrDefaultAsync(u => u.Id == id, HttpContext.RequestAborted)
            is not { } found
        )
            context.Result = NotFound();
        else
        {
            Person = found;
            await next();
        }
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostRoleAsync()
    {
        if (Role is not { } role || !Enum.IsDefined(role))
            return await RefuseAsync(422, "Choose a role.");
        if (Seen is not null && Seen != Person.ConcurrencyStamp && role != Person.Role)
            return await RefuseAsync(
                409,
                $"Somebody changed this account in the meantime: {Person.Name} is {Person.Role} now. Check, then choose again."
            );
        if (IsSelf && role < Person.Role && !Sure)
            return await RefuseAsync(
                422,
                "This is your own account. Tick the box to change its role."
            );
        Person.Role = role;
        return await SaveAsync($"{Person.Name} is now {role}");
    }

    public async Task<IActionResult> OnPostDisableAsync()
    {
        if (IsSelf && !Sure)
            return await RefuseAsync(422, "This is your own account. Tick the box to disable it.");
        Person.Disable(clock);
        return await SaveAsync($"Disabled {Person.Name}");
    }

    public Task<IActionResult> OnPostEnableAsync()
    {
        Person.Enable();
        return SaveAsync($"{Person.Name} can sign in again");
    }

    public Task<IActionResult> OnPostSignOutAsync()
    {
        Person.EndAllSessions();
        return SaveAsync($"Signed {Person.Name} out everywhere");
    }

    public async Task<IActionResult> OnPostInviteAsync()
    {
        if (!Person.IsInvited || Person.IsDisabled)
            return await RefuseAsync(409, $"{Person.Name} has accepted already, or is disabled.");
        Person.EndAllSessions();
        Person.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        await office.SaveChangesAsync(HttpContext.RequestAborted);
        (await invitations.SendAsync(Person, HttpContext)).Keep(TempData);
        return LocalRedirect(AdminLinks.UserPage(Person.Id));
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (!Person.IsInvited)
            return await RefuseAsync(
                409,
                $"{Person.Name} has accepted already. Disable the account instead."
            );
        office.Remove(Person);
        await office.SaveChangesAsync(HttpContext.RequestAborted);
        new Toast($"Withdrew the invitation of {Person.Email}").Keep(TempData);
        return LocalRedirect(AdminLinks.Users);
    }

    async Task<IActionResult> SaveAsync(string done)
    {
        Person.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        try
        {
            await office.SaveChangesAsync(HttpContext.RequestAborted);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await RefuseAsync(
                409,
                "Somebody changed this account at the same moment. Look again."
            );
        }
        catch (DbUpdateException failed) when (LastAdmin.Refuses(failed))
        {
            return await RefuseAsync(
                409,
                $"{Person.Name} is the last Admin. Make somebody else Admin first; nothing was changed."
            );
        }
        new Toast(done).Keep(TempData);
        return LocalRedirect(AdminLinks.UserPage(Person.Id));
    }

    async Task<IActionResult> RefuseAsync(int code, string problem)
    {
        // The page shows what is kept, not what was asked for.
        await office.Entry(Person).ReloadAsync(HttpContext.RequestAborted);
        Problem = problem;
        Response.StatusCode = code;
        return Page();
    }
}
