using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Shared.Requests;

/// <summary>What an address says is text before anybody reads it: in the query, and in the parts of the path that a route names.</summary>
sealed class AddressText(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.QueryString.HasValue && !CleanValues.AreClean(request.Query))
            request.Query = new QueryCollection(CleanValues.Of(request.Query));
        foreach (var (name, value) in request.RouteValues)
            if (value is string text && !StorableText.IsStorable(text))
                request.RouteValues[name] = StorableText.Of(text);
        return next(context);
    }
}
