using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Account;

public class AppearanceModel(Office office, Viewer viewer) : PageModel
{
    public IActionResult OnGet() => Redirect("/");

    public async Task<IActionResult> OnPostAsync(Theme? theme, Density? density, string? returnUrl)
    {
        if (viewer.Id is not { } id)
            return Forbid();
        var settings = await office.UserSettings.SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (settings is null)
            office.Add(settings = new UserSettings { UserId = id });
        settings.Theme = theme ?? settings.Theme;
        settings.Density = density ?? settings.Density;
        try
        {
            await office.SaveChangesAsync(HttpContext.RequestAborted);
        }
        // The first two choices of a person, in two windows at once.
        catch (DbUpdateException failed) when (failed.IsTaken())
        {
            office.ChangeTracker.Clear();
            return await OnPostAsync(theme, density, returnUrl);
        }
        if (Request.IsHtmx())
            return new NoContentResult();
        return LocalRedirect(Url.LocalOrStart(returnUrl));
    }
}
