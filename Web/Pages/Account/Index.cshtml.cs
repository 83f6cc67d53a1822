using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Account;

public class IndexModel(Office office, Viewer viewer, IConfiguration settings) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    public string Email { get; private set; } = "";
    public UserRole Role => viewer.Role;

    public async Task OnGetAsync() => Name = (await LoadAsync()).Name;

    public async Task<IActionResult> OnPostAsync()
    {
        var user = await LoadAsync();
        var stop = HttpContext.RequestAborted;
        var named = OfficeName.From(settings);
        if (await DisplayName.ProblemAsync(office, user, Name, named, stop) is { } problem)
            return Refuse(problem);
        user.Name = CleanText.Of(Name!);
        try
        {
            await office.SaveChangesAsync(stop);
        }
        catch (DbUpdateException failed) when (DisplayName.IsTaken(failed))
        {
            return Refuse(DisplayName.Taken);
        }
        new Toast("Saved your name").Keep(TempData);
        return LocalRedirect(AccountLinks.Own);
    }

    PageResult Refuse(string problem)
    {
        ModelState.AddModelError(nameof(Name), problem);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    async Task<User> LoadAsync()
    {
        var user = await office.Users.SingleAsync(
            u => u.Id == viewer.Id,
            HttpContext.RequestAborted
        );
        Email = user.Email!;
        return user;
    }
}
