namespace StaffDashboard.Web.Measures;

/// <summary>A request while it is worked on: its queries are counted to it.</summary>
sealed record Operation(string Name, MeasureMeter Meter)
{
    /// <summary>Work that no request asked for.</summary>
    internal const string Background = "background";

    // Addresses that are none of ours are one: whoever makes them up must not make figures.
    const string Unknown = "other";

    internal static Operation Of(HttpContext context, MeasureMeter meter) =>
        context.GetEndpoint() is not RouteEndpoint route
            ? new($"{Method(context)} {Unknown}", meter)
            : new($"{Method(context)} /{route.RoutePattern.RawText?.TrimStart('/')}", meter);

    static string Method(HttpContext context) =>
        context.Request.Method is "GET" or "POST" or "PUT" or "DELETE" or "HEAD" or "PATCH"
            ? context.Request.Method
            : Unknown;
}
