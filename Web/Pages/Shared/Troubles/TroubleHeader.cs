using System.Diagnostics;

namespace StaffDashboard.Web.Pages.Shared.Troubles;

/// <summary>Every refusal and failure names its cause, so that the browser need not guess from a number.</summary>
sealed class TroubleHeader(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment: the error page clears the headers and begins anew.
        context.Response.OnStarting(() =>
        {
            var (status, headers) = (context.Response.StatusCode, context.Response.Headers);
            if (status >= 400 && !headers.ContainsKey(Trouble.Header))
                headers[Trouble.Header] = Trouble.CauseOf(status);
            if (status >= 500)
                headers[Trouble.Reference] =
                    Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
            return Task.CompletedTask;
        });
        return next(context);
    }
}
