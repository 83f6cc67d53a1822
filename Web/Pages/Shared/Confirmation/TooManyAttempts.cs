using System.Globalization;

namespace StaffDashboard.Web.Pages.Shared.Confirmation;

static class TooManyAttempts
{
    /// <summary>When to try again, for the browser and for whoever guessed.</summary>
    public static string Say(HttpResponse response, TimeSpan wait)
    {
        var seconds = (int)Math.Ceiling(wait.TotalSeconds);
        response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds == 1
            ? "Too many attempts. Wait a second, then try again."
            : $"Too many attempts. Wait {seconds} seconds, then try again.";
    }
}
