using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Confirmation;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.Users;

[ConfirmPassword]
public class PersonModel(
    Office office,
    Viewer viewer,
    Fragments fragments,
    FormStart starts,
    Invitations invitations,
    TimeProvider clock
) : SmallFormPage(office, viewer, fragments, starts)
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
    public bool IsSelf => Person.Id == Viewer.Id;
    public UserRole Shown => Role ?? Person.Role;

    // By its name it would be the handler of a method PAGE.
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (await FindAsync())
            await next();
        else
            context.Result = NotFound();
    }

    public void OnGet() => Watch(Opened());

    public Task<IActionResult> OnGetMeanwhileAsync(string? start) =>
        MeanwhileAsync(Opened(), start);

    public async Task<IActionResult> OnPostRoleAsync()
    {
        if (Role is not { } typed || !Enum.IsDefined(typed))
            return await RefuseAsync("Choose a role.", 422);
        var merging = MergingOf(typed);
        if (await AskAsync(merging, [], []) is { } asked)
            return asked;
        if (!Enum.TryParse<UserRole>(merging[nameof(Role)], out var role) || !Enum.IsDefined(role))
            return await RefuseAsync("Choose a role.", 422);
        if (IsSelf && role < Person.Role && !Sure)
            return await RefuseAsync(
                "This is your own account. Tick the box to change its role.",
                422
            );
        return await GiveAsync(merging, () => OnPostRoleAsync());
    }

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        if (
            await GivenUp.FindAsync(Office, "users", change, Stop) is not { Column: "role" } lost
            || lost.Row != Person.Id.ToString()
        )
            return NotFound();
        var merging = MergingOf(Person.Role);
        return merging.PutBack(lost)
            ? await GiveAsync(merging, () => OnPostPutBackAsync(change))
            : await RefuseAsync(Merging.ChangedSince);
    }

    public async Task<IActionResult> OnPostDisableAsync()
    {
        if (IsSelf && !Sure)
            return await RefuseAsync("This is your own account. Tick the box to disable it.", 422);
        Person.Disable(clock);
        return await SaveAsync(null, $"Disabled {Person.Name}", OnPostDisableAsync);
    }

    public Task<IActionResult> OnPostEnableAsync()
    {
        Person.Enable();
        return SaveAsync(null, $"{Person.Name} can sign in again", OnPostEnableAsync);
    }

    public Task<IActionResult> OnPostSignOutAsync()
    {
        Person.EndAllSessions();
        return SaveAsync(null, $"Signed {Person.Name} out everywhere", OnPostSignOutAsync);
    }

    public async Task<IActionResult> OnPostInviteAsync()
    {
        if (!Person.IsInvited || Person.IsDisabled)
            return await RefuseAsync($"{Person.Name} has accepted already, or is disabled.");
        Person.EndAllSessions();
        Person.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        await Office.SaveChangesAsync(Stop);
        (await invitations.SendAsync(Person, HttpContext)).Keep(TempData);
        return LocalRedirect(AdminLinks.UserPage(Person.Id));
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (!Person.IsInvited)
            return await RefuseAsync(
                $"{Person.Name} has accepted already. Disable the account instead."
            );
        Office.Remove(Person);
        await Office.SaveChangesAsync(Stop);
        new Toast($"Withdrew the invitation of {Person.Email}").Keep(TempData);
        return LocalRedirect(AdminLinks.Users);
    }

    Merging Opened() => MergingOf(Person.Role, FormCollection.Empty, isFresh: true);

    Merging MergingOf(UserRole typed) =>
        MergingOf(typed, Request.Form, Seen is null || Seen == Person.ConcurrencyStamp);

    Merging MergingOf(UserRole typed, IFormCollection posted, bool isFresh) =>
        new Merging(posted, "users", $"{Person.Id}", isFresh).With(
            "role",
            nameof(Role),
            typed.ToString(),
            Person.Role.ToString(),
            new("Role", role => role)
            {
                Options = [.. Enum.GetNames<UserRole>().Select(role => (role, role))],
            }
        );

    Task<IActionResult> GiveAsync(Merging merging, Func<Task<IActionResult>> again)
    {
        if (!Enum.TryParse<UserRole>(merging[nameof(Role)], out var role) || !Enum.IsDefined(role))
            return RefuseAsync("Choose a role.", StatusCodes.Status422UnprocessableEntity);
        Person.Role = role;
        return SaveAsync(merging, $"{Person.Name} is now {Person.Role}", again);
    }

    async Task<IActionResult> SaveAsync(
        Merging? merging,
        string done,
        Func<Task<IActionResult>> again
    )
    {
        if (Office.ChangeTracker.HasChanges())
            Person.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        try
        {
            return await SaveAsync(
                merging,
                done,
                AdminLinks.UserPage(Person.Id),
                async () => await FindAsync() ? await again() : NotFound()
            );
        }
        catch (DbUpdateException failed) when (LastAdmin.Refuses(failed))
        {
            return await RefuseAsync(
                $"{Person.Name} is the last Admin. Make somebody else Admin first; nothing was changed."
            );
        }
    }

    async Task<bool> FindAsync()
    {
        var id = Guid.Parse(RouteData.Values["id"]!.ToString()!, null);
        Person = (await Office.Users.SingleOrDefaultAsync(u => u.Id == id, Stop))!;
        return Person is not null;
    }

    protected override string Topic => "users";

    protected override string AddressOf(string row) => AdminLinks.UserPage(Guid.Parse(row, null));

    protected override async Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK)
    {
        // The page shows what is kept, not what was asked for.
        await Office.Entry(Person).ReloadAsync(Stop);
        Watch(Opened());
        Response.StatusCode = status;
        return Page();
    }
}
