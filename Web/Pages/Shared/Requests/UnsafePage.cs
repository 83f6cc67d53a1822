using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Web.Access;

namespace StaffDashboard.Web.Pages.Shared.Requests;

static class UnsafePage
{
    /// <summary>The page that a request wants to change something on; null for any other request.</summary>
    public static CompiledPageActionDescriptor? Of(HttpContext context) =>
        context.Request.IsSafe() || IsError(context)
            ? null
            : context.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>();

    // The page that says what went wrong is asked for with the method and the body of the request that did.
    static bool IsError(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
