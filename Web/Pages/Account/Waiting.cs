using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace StaffDashboard.Web.Pages.Account;

static class Waiting
{
    /// <summary>Answered at once: a request held open would cost us more than the one who guesses.</summary>
    public static PageResult TooMany(this PageModel page, TimeSpan wait, Action<string> say)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        page.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        page.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        say(
            seconds == 1
                ? "Too many attempts. Wait a second, then try again."
                : $"Too many attempts. Wait {seconds} seconds, then try again."
        );
        return page.Page();
    }
}
