namespace StaffDashboard.Web.Assets;

static class AssetEndpoints
{
    // What "immutable" alone means to a browser that does not know the word: a year.
    const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>
    /// Every asset under the address of its version, and under its plain one. A version that is not this node's is
    /// answered with what this node has, to be asked for anew each time: while nodes are exchanged one by one a page may
    /// come from one and its files from another, and what is kept under a wrong name would be wrong for a year.
    /// </summary>
    internal static void MapAssets(this IEndpointRouteBuilder app)
    {
        app.MapStaticAssets().AllowAnonymous().DisableRateLimiting();
        app.MapGroup(AssetUrl.Pattern)
            .MapStaticAssets()
            .AllowAnonymous()
            .DisableRateLimiting()
            .Add(KeepCurrent);
    }

    static void KeepCurrent(EndpointBuilder endpoint)
    {
        var serve = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            if (AssetUrl.IsCurrent(context.GetRouteValue("version") as string))
                context.Response.OnStarting(Keep, context.Response);
            return serve(context);
        };
    }

    static Task Keep(object state)
    {
        var response = (HttpResponse)state;
        if (response.StatusCode is 200 or 206 or 304)
            response.Headers.CacheControl = ForEver;
        return Task.CompletedTask;
    }
}
