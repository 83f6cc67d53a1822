using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace StaffDashboard.Web.Pages;

/// <summary>Re-executed by the error middleware with the method of the request that failed, hence no handler.</summary>
[
    AllowAnonymous,
    IgnoreAntiforgeryToken,
    ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)
]
public class ErrorModel : PageModel
{
    public Problem Problem { get; private set; } = Problem.Of(500);
    public string? Reference { get; private set; }
    public string Address { get; private set; } = "/";

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var origin = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        var code = failure is not null && IsDatabaseLost(failure.Error) ? 503 : AskedCode();
        Problem = Problem.Of(code);
        var address = failure?.Path ?? origin?.OriginalPath + origin?.OriginalQueryString;
        // "//elsewhere.example" is a path of ours to the server and another site to the browser.
        Address = Url.IsLocalUrl(address) ? address : "/";
        if (code == 500)
            Reference = Activity.Current?.TraceId.ToHexString() ?? HttpContext.TraceIdentifier;
        if (code == 503)
            Response.Headers.RetryAfter = "10";
        Response.StatusCode = Problem.Code;
    }

    int AskedCode() =>
        int.TryParse(
            RouteData.Values["code"]?.ToString(),
            CultureInfo.InvariantCulture,
            out var code
        )
            ? code
            : 500;

    static bool IsDatabaseLost(Exception? error) =>
        error is DbException { IsTransient: true }
        || (error?.InnerException is { } inner && IsDatabaseLost(inner));
}
