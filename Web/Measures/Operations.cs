using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;

namespace StaffDashboard.Web.Measures;

/// <summary>Measures every request that is work: neither files, nor sockets, which stay open for hours.</summary>
sealed class Operations(RequestDelegate next, MeasureMeter meter, TimeProvider clock)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!IsWork(context))
        {
            await next(context);
            return;
        }
        var operation = Operation.Of(context, meter);
        context.Features.Set(operation);
        var began = clock.GetTimestamp();
        string? cause = null;
        try
        {
            await next(context);
            cause = Cause.Of(context.Response.StatusCode);
        }
        // Who went away did not fail.
        catch (Exception failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            cause = Cause.Of(failure);
            throw;
        }
        finally
        {
            operation.Answered(clock.GetElapsedTime(began));
            if (cause is not null)
                operation.Failed(cause);
        }
    }

    static bool IsWork(HttpContext context) =>
        !context.WebSockets.IsWebSocketRequest
        // The page that says what went wrong is part of the request that did.
        && context.Features.Get<IStatusCodeReExecuteFeature>() is null
        && context.Features.Get<IExceptionHandlerFeature>() is null
        && !context.Request.Path.StartsWithSegments("/health/live", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments(
            Live.LiveExtensions.Address,
            StringComparison.OrdinalIgnoreCase
        )
        && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null;
}
