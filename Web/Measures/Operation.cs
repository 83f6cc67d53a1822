namespace StaffDashboard.Web.Measures;

/// <summary>A request while it is worked on: its queries are counted to it.</summary>
sealed class Operation(string name, MeasureMeter meter)
{
    /// <summary>Work that no request asked for.</summary>
    internal const string Background = "background";

    // Addresses that are none of ours are one: whoever makes them up must not make figures.
    const string Unknown = "other";

    // Several queries of one request may end at once.
    readonly Lock turn = new();
    int queries;
    TimeSpan inDatabase;

    internal string Name => name;

    internal static Operation Of(HttpContext context, MeasureMeter meter) =>
        context.GetEndpoint() is not RouteEndpoint route
            ? new($"{Method(context)} {Unknown}", meter)
            : new($"{Method(context)} /{route.RoutePattern.RawText?.TrimStart('/')}", meter);

    internal bool IsMeasuredBy(MeasureMeter other) => ReferenceEquals(meter, other);

    internal void Asked(TimeSpan duration)
    {
        lock (turn)
            (queries, inDatabase) = (queries + 1, inDatabase + duration);
    }

    internal void Answered(TimeSpan duration)
    {
        lock (turn)
            meter.Answered(name, duration, queries, inDatabase);
    }

    internal void Failed(string cause) => meter.Failed(cause, name);

    static string Method(HttpContext context) =>
        context.Request.Method is "GET" or "POST" or "PUT" or "DELETE" or "HEAD" or "PATCH"
            ? context.Request.Method
            : Unknown;
}
