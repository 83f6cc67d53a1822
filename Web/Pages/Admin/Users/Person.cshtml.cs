using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Conflicts;

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
    public Chooser? Chooser { get; private set; }
    public bool IsSelf => Person.Id == viewer.Id;
    public UserRole Shown => Role ?? Person.Role;

    CancellationToken Stop => HttpContext.RequestAborted;

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
        if (Role is not { } typed || !Enum.IsDefined(typed))
            return await RefuseAsync(422, "Choose a role.");
        var merging = MergingOf(typed);
        if (merging.IsAsking)
            return await AskAsync(merging);
        if (!Enum.TryParse<UserRole>(merging[nameof(Role)], out var role) || !Enum.IsDefined(role))
            return await RefuseAsync(422, "Choose a role.");
        if (IsSelf && role < Person.Role && !Sure)
            return await RefuseAsync(
                422,
                "This is your own account. Tick the box to change its role."
            );
        Person.Role = role;
        return await SaveAsync($"{Person.Name} is now {role}", merging.GivenUps);
    }

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        if (
            await GivenUp.FindAsync(office, "users", change, Stop) is not { Column: "role" } lost
            || lost.Row != Person.Id.ToString()
        )
            return NotFound();
        if (lost.Kept?.GetValue<string>() != Person.Role.ToString())
            return await RefuseAsync(
                409,
                "The role has changed again since. Nothing was put back."
            );
        Person.Role = Enum.Parse<UserRole>(lost.Value!.GetValue<string>());
        return await SaveAsync($"{Person.Name} is now {Person.Role}");
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

    Merging MergingOf(UserRole typed) =>
        new Merging(Request.Form, "users", Seen is null || Seen == Person.ConcurrencyStamp).With(
            "role",
            nameof(Role),
            typed.ToString(),
            Person.Role.ToString(),
            new("Role", role => role)
            {
                Options = [.. Enum.GetNames<UserRole>().Select(role => (role, role))],
            }
        );

    async Task<IActionResult> AskAsync(Merging merging)
    {
        var changes = await LastChange.OfAsync(office, "users", $"{Person.Id}", ["role"], Stop);
        Chooser = merging.Ask(changes, viewer);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    async Task<IActionResult> SaveAsync(string done, IEnumerable<GivenUp>? lost = null)
    {
        Person.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        try
        {
            await office.SaveChangesAsync(HttpContext.RequestAborted);
            await GivenUp.KeepAsync(office, "users", $"{Person.Id}", null, lost ?? [], Stop);
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
