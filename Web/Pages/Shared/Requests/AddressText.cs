using StaffDashboard.Data;
using StaffDashboard.Web.Access;

namespace StaffDashboard.Web.Pages.Shared.Requests;

/// <summary>
/// What an address says is text before anybody reads it: in the query, and in the parts of the path that a route names.
/// A host that is none, such as one with the port 99999, is refused: links are made of it. A balancer that looks whether
/// a node is well may send none.
/// </summary>
sealed class AddressText(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (
            (request.Host.HasValue || !request.IsSafe())
            && !Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out _)
        )
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        }
        if (request.QueryString.HasValue && !CleanValues.AreClean(request.Query))
            request.Query = new QueryCollection(CleanValues.Of(request.Query));
        foreach (var (name, value) in request.RouteValues)
            if (value is string text && !StorableText.IsStorable(text))
                request.RouteValues[name] = StorableText.Of(text);
        return next(context);
    }
}
