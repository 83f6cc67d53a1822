namespace StaffDashboard.Web.Live;

/// <summary>
/// Server-sent events and long polling are many requests that name their connection by a token. SignalR lets whoever
/// knows it speak and listen as the one who opened it: here that takes the same person, too.
/// </summary>
static class ConnectionOwner
{
    // As SignalR reads it: an empty one beside it makes no difference.
    internal static string? TokenOf(HttpContext? request) =>
        request?.Request.Query["id"].ToString() is { Length: > 0 } token ? token : null;

    internal static void Guard(EndpointBuilder endpoint)
    {
        var serve = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            if (IsOpenTo(context))
            {
                return serve(context);
            }
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    static bool IsOpenTo(HttpContext context) =>
        TokenOf(context) is not { } token
        || context.RequestServices.GetRequiredService<LiveConnections>().Of(token)
            is not { } connection
        || connection.Viewer.Id == HubViewer.Of(context.User).Id;
}
