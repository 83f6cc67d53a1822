using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace StaffDashboard.Web.Live;

public static class LiveExtensions
{
    public const string Address = "/live";

    public static IServiceCollection AddLive(this IServiceCollection services)
    {
        services.AddSignalR(hubs => hubs.AddFilter<HubFailures>());
        services.AddRazorComponents();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Node>();
        services.AddSingleton<Position>();
        services.AddSingleton<CatchUp>();
        services.AddSingleton<Since>();
        services.AddSingleton<LiveMeter>();
        services.AddSingleton<LiveClients>();
        services.TryAddSingleton(new SocketLimit());
        services.AddSingleton<LiveConnections>();
        services.TryAddSingleton(_ => new HubCallRateLimiter());
        services.AddSingleton<RefusalLog>();
        services.AddSingleton<HubFailures>();
        services.AddSingleton<Findings>();
        services.AddSingleton<SocketCallRateLimiter>();
        services.TryAddSingleton(_ => new ClientCheckRateLimiter());
        services.AddSingleton<ShelfCheck>();
        services.AddSingleton<FragmentCache>();
        services.AddSingleton<ValueCache>();
        services.AddHttpContextAccessor();
        services.AddSingleton<PushedFragments>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<SessionWatch>();
        services.AddSingleton<RingAfterCommit>();
        services.AddSingleton<IInterceptor>(provider =>
            provider.GetRequiredService<RingAfterCommit>()
        );
        services.AddSingleton<Doorbell>();
        services.AddScoped<Fragments>();
        services.AddHostedService(provider => provider.GetRequiredService<Doorbell>());
        services.AddHostedService(provider => provider.GetRequiredService<SessionWatch>());
        services.AddHostedService(provider => provider.GetRequiredService<PushedFragments>());
        services.AddHostedService<ChangeReader>();
        services.AddHostedService<ConnectionsMeter>();
        services.AddHostedService<Presence>();
        services.AddHostedService<Farewell>();
        services.AddHealthChecks().AddCheck<ChangesHealth>("changes", tags: ["ready"]);
        return services;
    }

    public static IEndpointConventionBuilder MapLive(this IEndpointRouteBuilder app)
    {
        var hub = app.MapHub<LiveHub>(
            Address,
            options =>
            {
                // The last two need a balancer that sends a browser to the same node again; where it does not, they
                // fail and the browser asks for its fragments instead.
                options.Transports =
                    HttpTransportType.WebSockets
                    | HttpTransportType.ServerSentEvents
                    | HttpTransportType.LongPolling;
                options.ApplicationMaxBufferSize = 32 * 1024;
                options.CloseOnAuthenticationExpiration = true;
            }
        );
        hub.Add(ConnectionOwner.Guard);
        return hub;
    }

    /// <summary>A fragment asked for on the word of another node is answered when this one has heard it, too.</summary>
    public static IApplicationBuilder UseLive(this IApplicationBuilder app)
    {
        var node = app.ApplicationServices.GetRequiredService<Node>();
        var catchUp = app.ApplicationServices.GetRequiredService<CatchUp>();
        return app.Use(
            (context, next) =>
            {
                context.Response.Headers[Node.VersionHeader] = node.Version;
                var teller = context.Request.Headers[Node.Header].ToString();
                if (teller.Length > 0 && teller != node.Id)
                {
                    catchUp.Ask();
                }
                return next(context);
            }
        );
    }
}
