using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using StaffDashboard.Web.Access;

namespace StaffDashboard.Web.Hosting;

/// <summary>
/// Whoever asks without end is told to wait, and nobody else is. Files and health are outside: they cost nothing, and
/// a balancer that gets no answer takes the node away.
/// </summary>
static class RateLimits
{
    const int SecondsAtOnce = 10;
    const string Words =
        "Too many requests from your network at once. Wait a minute, then load the page again.";

    /// <summary>Before it is asked who that is, which costs a look into the database.</summary>
    internal static void UseAddressLimit(this WebApplication app, RateLimitSettings limits) =>
        app.UseLimit(
            context => Partition(AddressOf(context), limits.Address),
            context =>
            {
                // Who is asking would be looked up for the page with the usual words.
                if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                    pages.Enabled = false;
                context.Response.ContentType = "text/plain; charset=utf-8";
                return context.Response.WriteAsync(Words, context.RequestAborted);
            }
        );

    internal static void UseUserLimit(this WebApplication app, RateLimitSettings limits) =>
        app.UseLimit(
            context =>
                CurrentViewer.Of(context).Id is { } person
                    ? Partition(person.ToString(), limits.User)
                    : Partition(AddressOf(context), limits.Stranger),
            _ => Task.CompletedTask
        );

    // The framework's middleware lets go of no limiter: its clocks would go on in every program of a process that has
    // ended, and keep all of it in memory.
    static void UseLimit(
        this WebApplication app,
        Func<HttpContext, RateLimitPartition<string>> partition,
        Func<HttpContext, Task> refuse
    )
    {
        var limiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            IsUnlimited(context) ? RateLimitPartition.GetNoLimiter("") : partition(context)
        );
        app.Lifetime.ApplicationStopped.Register(limiter.Dispose);
        app.Use(
            async (context, next) =>
            {
                using var lease = limiter.AttemptAcquire(context);
                if (lease.IsAcquired)
                {
                    await next(context);
                    return;
                }
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                SayWhenToReturn(context, lease);
                await refuse(context);
            }
        );
    }

    static RateLimitPartition<string> Partition(string who, int? aSecond) =>
        aSecond is { } limit
            ? RateLimitPartition.GetTokenBucketLimiter(
                who,
                _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = limit * SecondsAtOnce,
                    TokensPerPeriod = limit,
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                }
            )
            : RateLimitPartition.GetNoLimiter("");

    static void SayWhenToReturn(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var told)
            ? Math.Ceiling(told.TotalSeconds)
            : 1;
        context.Response.Headers.RetryAfter = Math.Max(wait, 1)
            .ToString(CultureInfo.InvariantCulture);
    }

    static string AddressOf(HttpContext context) =>
        SignInDoor.Network(context.Connection.RemoteIpAddress);

    // The page that says that it was too much is asked for within the request that was.
    static bool IsUnlimited(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null
        || context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
