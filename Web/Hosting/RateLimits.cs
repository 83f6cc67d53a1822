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
    internal static void UseAddressLimit(this WebApplication app, RateLimitSettings limits)
    {
        var options = Options(context => Partition(AddressOf(context), limits.Address));
        options.OnRejected = (refused, stop) =>
        {
            SayWhenToReturn(refused);
            // Who is asking would be looked up for the page with the usual words.
            if (refused.HttpContext.Features.Get<IStatusCodePagesFeature>() is { } pages)
                pages.Enabled = false;
            refused.HttpContext.Response.ContentType = "text/plain; charset=utf-8";
            return new(refused.HttpContext.Response.WriteAsync(Words, stop));
        };
        app.UseRateLimiter(options);
    }

    internal static void UseUserLimit(this WebApplication app, RateLimitSettings limits) =>
        app.UseRateLimiter(
            Options(context =>
                CurrentViewer.Of(context).Id is { } person
                    ? Partition(person.ToString(), limits.User)
                    : Partition(AddressOf(context), limits.Stranger)
            )
        );

    static RateLimiterOptions Options(Func<HttpContext, RateLimitPartition<string>> partition) =>
        new()
        {
            RejectionStatusCode = StatusCodes.Status429TooManyRequests,
            OnRejected = (refused, _) =>
            {
                SayWhenToReturn(refused);
                return ValueTask.CompletedTask;
            },
            GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                IsError(context) ? RateLimitPartition.GetNoLimiter("") : partition(context)
            ),
        };

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

    static void SayWhenToReturn(OnRejectedContext refused)
    {
        var wait = refused.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told)
            ? Math.Ceiling(told.TotalSeconds)
            : 1;
        refused.HttpContext.Response.Headers.RetryAfter = Math.Max(wait, 1)
            .ToString(CultureInfo.InvariantCulture);
    }

    static string AddressOf(HttpContext context) =>
        SignInDoor.Network(context.Connection.RemoteIpAddress);

    // The page that says that it was too much is asked for within the request that was.
    static bool IsError(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null
        || context.Features.Get<IExceptionHandlerFeature>() is not null;
}
