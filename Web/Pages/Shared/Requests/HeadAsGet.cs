using Microsoft.AspNetCore.Mvc.RazorPages;

namespace StaffDashboard.Web.Pages.Shared.Requests;

/// <summary>
/// HEAD of a page is its GET, of which the server sends no more than the headers. The framework would run the same
/// handler, but bind what only a form may set.
/// </summary>
sealed class HeadAsGet(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method) && IsPage(context))
            context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    static bool IsPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;
}
