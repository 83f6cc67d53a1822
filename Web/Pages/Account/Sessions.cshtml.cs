using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared;

namespace StaffDashboard.Web.Pages.Account;

[DisableConcurrencyLimit]
public class SessionsModel(Office office, Viewer viewer, Fragments fragments, TimeProvider clock)
    : PageModel
{
    public Fragment List { get; private set; } = Fragment.Of("");

    public async Task<IActionResult> OnGetAsync(string? part)
    {
        await LoadAsync();
        return part is null ? Page() : new FragmentResult(List);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        var session = await office.Sessions.SingleOrDefaultAsync(
            s => s.Id == id,
            HttpContext.RequestAborted
        );
        if (session is null)
            return NotFound();
        office.Remove(session);
        try
        {
            await office.SaveChangesAsync(HttpContext.RequestAborted);
        }
        // It has ended meanwhile, which is what was wanted.
        catch (DbUpdateConcurrencyException) { }
        new Toast($"Signed out {BrowserWords.Of(session.Browser)}").Keep(TempData);
        return LocalRedirect(AccountLinks.Sessions);
    }

    // One may end meanwhile, or an Admin changes the user: all that is left is ended then.
    public Task<IActionResult> OnPostEverywhereAsync() => office.RetryAsync(EndAllAsync);

    async Task<IActionResult> EndAllAsync()
    {
        var user = await office.Users.SingleAsync(
            u => u.Id == viewer.Id,
            HttpContext.RequestAborted
        );
        user.EndAllSessions();
        office.RemoveRange(await office.Sessions.ToListAsync(HttpContext.RequestAborted));
        await office.SaveChangesAsync(HttpContext.RequestAborted);
        await HttpContext.SignOutAsync();
        return LocalRedirect(AccountLinks.SignIn);
    }

    // A person's own list, rendered for each request: nothing to be kept for others.
    async Task LoadAsync()
    {
        var now = clock.GetUtcNow();
        var current = User.FindFirstValue(SessionTickets.SessionClaim);
        var sessions = await office
            .Sessions.Where(s => s.ExpiresAt > now)
            .Join(
                office.Users,
                s => s.UserId,
                u => u.Id,
                (s, u) => new { Session = s, u.SecurityStamp }
            )
            .Where(both => both.Session.Stamp == both.SecurityStamp)
            .OrderByDescending(both => both.Session.LastSeenAt)
            .Select(both => both.Session)
            .ToListAsync(HttpContext.RequestAborted);
        List = Fragment.Of(
            await fragments.RenderAsync<SessionList>(
                new
                {
                    Topic = $"sessions:{viewer.Id}",
                    Sessions = sessions.Select(s => SessionRow.Of(s, current)).ToList(),
                }
            )
        );
    }
}
