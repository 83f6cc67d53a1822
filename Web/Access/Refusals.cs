using Htmx;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Access;

static class Refusals
{
    /// <summary>A person is sent to the sign-in page; a script, a fragment or a socket is told 401.</summary>
    public static Task SignInNeeded(RedirectContext<CookieAuthenticationOptions> refused)
    {
        if (HttpMethods.IsGet(refused.Request.Method) && AsksForPage(refused.Request))
            refused.Response.Redirect(refused.RedirectUri);
        else
            refused.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    public static Task Forbidden(RedirectContext<CookieAuthenticationOptions> refused)
    {
        Log(refused.HttpContext);
        refused.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    static void Log(HttpContext request)
    {
        var viewer = CurrentViewer.Of(request);
        if (!request.RequestServices.GetRequiredService<RefusalLog>().HasRoomFor($"{viewer.Id}"))
            return;
        request
            .RequestServices.GetRequiredService<ILoggerFactory>()
            .CreateLogger("StaffDashboard.Refused")
            .LogWarning(
                "Refused {Method} {Path} to {UserId} ({Role})",
                request.Request.Method,
                request.Request.Path,
                viewer.Id,
                viewer.Role
            );
    }

    static bool AsksForPage(HttpRequest request) =>
        !request.IsHtmx()
        && request.Headers.Accept.ToString() is var accept
        && (
            accept.Length == 0
            || accept.Contains("text/html", StringComparison.Ordinal)
            || accept.Contains("*/*", StringComparison.Ordinal)
        );
}
