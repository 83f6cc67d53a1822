using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.SignalR;
using StaffDashboard.Web.Access;

namespace StaffDashboard.Web.Hosting;

/// <summary>
/// Few requests a second hold much when each takes long: one person has so many at work at the same moment and leaves
/// the database to the others. A browser has six under way, or a hundred over HTTP/2: these wait, and are not refused.
/// </summary>
static class UserConcurrencyLimit
{
    const int Waiting = 1000;

    /// <summary>Where what was sent is there in full: a slow line is no work.</summary>
    internal static void UseUserConcurrencyLimit(this WebApplication app, int? atOnce)
    {
        if (atOnce is not { } limit)
            return;
        var limiter = PartitionedRateLimiter.Create<HttpContext, Guid>(context =>
            NeedsTurn(context) && CurrentViewer.Of(context).Id is { } person
                ? RateLimitPartition.GetConcurrencyLimiter(person, _ => Of(limit))
                : RateLimitPartition.GetNoLimiter(Guid.Empty)
        );
        app.Lifetime.ApplicationStopped.Register(limiter.Dispose);
        app.Use(
            async (context, next) =>
            {
                using var turn = await limiter.AcquireAsync(context, 1, context.RequestAborted);
                if (!turn.IsAcquired)
                {
                    context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                    context.Response.Headers.RetryAfter = "1";
                    return;
                }
                // What is drawn is drawn: nobody has to wait until somebody reads it.
                context.Response.OnStarting(
                    static taken =>
                    {
                        ((IDisposable)taken).Dispose();
                        return Task.CompletedTask;
                    },
                    turn
                );
                await next(context);
            }
        );
    }

    static ConcurrencyLimiterOptions Of(int limit) =>
        new() { PermitLimit = limit, QueueLimit = Waiting };

    // A line that stays open has a limit of its own.
    static bool NeedsTurn(HttpContext context) =>
        context.GetEndpoint()?.Metadata is { } about
        && about.GetMetadata<HubMetadata>() is null
        && about.GetMetadata<DisableConcurrencyLimitAttribute>() is null
        && about.GetMetadata<DisableRateLimitingAttribute>() is null;
}
