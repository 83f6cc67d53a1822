using Microsoft.AspNetCore.Mvc.RazorPages;

namespace StaffDashboard.Web.Pages.Shared.Requests;

/// <summary>
/// A page without a handler for what is asked of it says so. The framework would draw the page instead, of which
/// nothing was loaded.
/// </summary>
sealed class PageMethods(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (UnsafePage.Of(context) is not { } page || HasHandler(page, context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", MethodsOf(page));
        return Task.CompletedTask;
    }

    static bool HasHandler(CompiledPageActionDescriptor page, HttpRequest request)
    {
        var name = request.Query["handler"].ToString();
        return page.HandlerMethods.Any(handler =>
            IsSame(handler.HttpMethod, request.Method)
            && (handler.Name is null || IsSame(handler.Name, name))
        );
    }

    static IEnumerable<string> MethodsOf(CompiledPageActionDescriptor page) =>
        page
            .HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant())
            .Concat(["GET", "HEAD"])
            .Distinct()
            .Order(StringComparer.Ordinal);

    static bool IsSame(string one, string other) =>
        one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
