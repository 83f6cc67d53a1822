using StaffDashboard.Web.Access;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Hosting;

/// <summary>
/// A foreign page must not use a signed-in person's cookie: it may link here, but neither send
/// forms nor open sockets. A client that is no browser sends neither header, and no cookie of anybody's.
/// </summary>
sealed class SameOrigin(
    RequestDelegate next,
    Settings settings,
    RefusalLog refusals,
    ILogger<SameOrigin> log
)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!IsGuarded(request) || !IsForeign(request))
            return next(context);
        if (refusals.HasRoomFor(SignInDoor.Network(context.Connection.RemoteIpAddress)))
            log.LogWarning(
                "Refused {Method} {Path} from the foreign origin {Origin}",
                request.Method,
                request.Path,
                request.Headers.Origin.ToString()
            );
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // A socket begins as a GET; SameSite cookies do not guard it against a sibling domain.
    static bool IsGuarded(HttpRequest request) =>
        !request.IsSafe()
        || request.Path.StartsWithSegments(
            Live.LiveExtensions.Address,
            StringComparison.OrdinalIgnoreCase
        )
        || request.HttpContext.WebSockets.IsWebSocketRequest;

    bool IsForeign(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "cross-site" or "same-site")
            return true;
        var origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && !IsOurs(origin, $"{request.Scheme}://{request.Host}")
            && !IsOurs(origin, PublicOrigin);
    }

    // A proxy may end https without telling us so.
    string? PublicOrigin => settings.PublicAddress?.GetLeftPart(UriPartial.Authority);

    static bool IsOurs(string origin, string? ours) =>
        string.Equals(origin, ours, StringComparison.OrdinalIgnoreCase);
}
