using Microsoft.AspNetCore.HttpOverrides;
using StaffDashboard.Web.Assets;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Hosting;

/// <summary>The three lines by which Program.cs gets this room: what is registered, used and mapped.</summary>
static class HostingServices
{
    const string DefaultAddress = "http://127.0.0.1:5080";
    static readonly TimeSpan ShutdownPatience = TimeSpan.FromSeconds(20);

    internal static void AddHosting(this WebApplicationBuilder builder, Ground ground)
    {
        builder.Services.AddSingleton(ground).AddSingleton(ground.Settings);
        // Otherwise only read in the Development environment; published, there is nothing to read.
        builder.WebHost.UseStaticWebAssets();
        if (!HasAddress(builder.Configuration))
            builder.WebHost.UseUrls(DefaultAddress);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = ShutdownPatience);
        // Also on https: no secret on a page stays the same (the antiforgery token is made anew each time), and
        // SameSite=Lax keeps a foreign page from asking again and again with somebody's cookie.
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.AddHsts(hsts =>
            (hsts.MaxAge, hsts.IncludeSubDomains) = (TimeSpan.FromDays(365), true)
        );
        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
            Trust(forwarded, ground.Settings)
        );
        // One of each: what they have found is remembered for a moment, or for good.
        builder.Services.AddSingleton<DatabaseHealth>().AddSingleton<SchemaHealth>();
        builder
            .Services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Health.Ready])
            .AddCheck<SchemaHealth>("schema", tags: [Health.Ready]);
        // Whoever may ask without limit may listen without one.
        if (ground.Settings.RateLimits.User is null)
            builder
                .Services.AddSingleton(new SocketLimit(int.MaxValue))
                .AddSingleton(_ => new HubCallRateLimiter(int.MaxValue))
                .AddSingleton(_ => new ClientCheckRateLimiter(int.MaxValue));
        builder.AddQuietLogging();
    }

    /// <summary>First in the pipeline: everything, also a refusal or an error, goes out with these headers.</summary>
    internal static void UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseResponseCompression();
        app.UseHsts();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<SameOrigin>();
    }

    /// <summary>Within what is measured: who went away did not fail.</summary>
    internal static void UseCutOff(this WebApplication app) => app.UseMiddleware<CutOff>();

    internal static void MapHosting(this WebApplication app)
    {
        app.MapAssets();
        app.MapOfflineWorker();
        app.MapHealth();
    }

    static void Trust(ForwardedHeadersOptions forwarded, Settings settings)
    {
        forwarded.ForwardedHeaders =
            ForwardedHeaders.XForwardedFor
            | ForwardedHeaders.XForwardedProto
            | ForwardedHeaders.XForwardedHost;
        // Loopback stands there already; a header from anybody else could be made up.
        foreach (var network in settings.TrustedProxies)
            forwarded.KnownIPNetworks.Add(network);
    }

    static bool HasAddress(ConfigurationManager configuration) =>
        configuration["urls"] is { Length: > 0 }
        || configuration["http_ports"] is { Length: > 0 }
        || configuration["https_ports"] is { Length: > 0 }
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
