using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Shared;
using StaffDashboard.Web.Pages.Shared.Confirmation;
using StaffDashboard.Web.Pages.Shared.Conflicts;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Admin.Users;

[ConfirmPassword]
public class PersonModel(RecordPageContext context, Invitations invitations)
    : SmallFormPage(context)
{
    /// <summary>One's own account is taken out of one's own hands only on purpose.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public User Person { get; private set; } = null!;
    public bool IsSelf => Person.Id == Viewer.Id;

    /// <summary>As it is in the form.</summary>
    public UserRole? Shown =>
        Enum.TryParse<UserRole>(Form!.Typed(UserFields.Role), out var role) ? role : null;

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

    public Task OnGetAsync() => OpenAsync(Edited);

    public Task<IActionResult> OnGetMeanwhileAsync(string? start) => MeanwhileAsync(Edited, start);

    public async Task<IActionResult> OnPostRoleAsync()
    {
        var before = Person.Role;
        if (await EditAsync(Edited) is { } asked)
            return asked;
        return IsSelf && Person.Role < before && !Sure
            ? await RefuseAsync("This is your own account. Tick the box to change its role.", 422)
            : await GiveAsync(OnPostRoleAsync);
    }

    public async Task<IActionResult> OnPostPutBackAsync(string change)
    {
        if (
            await GivenUp.FindAsync(Office, Table, change, Stop) is not { Column: "role" } lost
            || lost.Row != Person.Id.ToString()
        )
            return NotFound();
        return await RefusePutBackAsync(Edited, lost)
            ?? await GiveAsync(() => OnPostPutBackAsync(change));
    }

    public async Task<IActionResult> OnPostDisableAsync()
    {
        if (IsSelf && !Sure)
            return await RefuseAsync("This is your own account. Tick the box to disable it.", 422);
        Person.Disable(Context.Clock);
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

    EditedRow Edited => new($"{Person.Id}", Person, [UserFields.Role]);

    Task<IActionResult> GiveAsync(Func<Task<IActionResult>> again) =>
        SaveAsync(Edited, $"{Person.Name} is now {Person.Role}", again);

    async Task<IActionResult> SaveAsync(
        EditedRow? edited,
        string done,
        Func<Task<IActionResult>> again
    )
    {
        if (Office.ChangeTracker.HasChanges())
            Person.ConcurrencyStamp = Guid.CreateVersion7().ToString();
        try
        {
            return await SaveAsync(
                edited,
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

    protected override string Table => "users";

    protected override string Topic => "users";

    protected override string AddressOf(string row) => AdminLinks.UserPage(Guid.Parse(row, null));

    protected override async Task<IActionResult> ShowAsync(int status = StatusCodes.Status200OK)
    {
        // The page shows what is kept, not what was asked for.
        await Office.Entry(Person).ReloadAsync(Stop);
        if (Form is null)
            await OpenAsync(Edited);
        Response.StatusCode = status;
        return Page();
    }
}
