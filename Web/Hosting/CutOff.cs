using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;

namespace StaffDashboard.Web.Hosting;

/// <summary>
/// Whose line broke while they were still sending has not failed here: nothing of it is done, nobody is there to be
/// answered, and it is no fault for the log.
/// </summary>
sealed class CutOff(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception cut) when (IsCut(cut) && !context.Response.HasStarted)
        {
            // Else the page that says what went wrong is drawn for nobody.
            if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            context.Abort();
        }
        catch (Exception odd) when (IsNoForm(odd) && !context.Response.HasStarted)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
    }

    // 408: so slow that the server waits no longer. Too large (413) is somebody who is there to be told.
    static bool IsCut(Exception cut) =>
        cut
            is BadHttpRequestException { StatusCode: 400 or 408 }
                or ConnectionResetException
                or ConnectionAbortedException;

    // Parts without an end or a name, found by the framework: no browser sends that, and what broke on its way looks so.
    static bool IsNoForm(Exception odd) =>
        odd is IOException or InvalidDataException
        && odd.Source?.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) == true;
}
