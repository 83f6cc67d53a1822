using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Web.Pages.Shared.Confirmation;

namespace StaffDashboard.Web.Pages.Account;

static class Waiting
{
    /// <summary>Answered at once: a request held open would cost us more than the one who guesses.</summary>
    public static PageResult TooMany(this PageModel page, TimeSpan wait, Action<string> say)
    {
        page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        say(TooManyAttempts.Say(page.Response, wait));
        return page.Page();
    }
}
