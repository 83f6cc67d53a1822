using StaffDashboard.Web.Access;
using StaffDashboard.Web.Measures.Browsers;

namespace StaffDashboard.Web.Measures;

/// <summary>What Program.cs needs of this room.</summary>
static class MeasureServices
{
    internal static IServiceCollection AddMeasures(
        this IServiceCollection services,
        MeasureSettings settings
    )
    {
        services
            .AddSingleton(settings)
            .AddSingleton<MeasureMeter>()
            .AddSingleton<Minutes>()
            .AddSingleton<LastLag>()
            .AddSingleton<ReportRateLimiter>()
            .AddSingleton<EventRateLimiter>()
            .AddSingleton<ReportWriter>()
            .AddShared<MinuteWriter>();
        if (settings.OfNode)
            services
                .AddShared<MeterEar>()
                .AddShared<SlowQueries>()
                .AddHostedService<QueryEar>()
                .AddHostedService<Heartbeat>();
        return services.AddHostedService<Export>();
    }

    /// <summary>After routing, for the operation is named by its route; before all that asks the database.</summary>
    internal static void UseMeasures(this WebApplication app)
    {
        if (app.Services.GetRequiredService<MeasureSettings>().OfNode)
            app.UseMiddleware<Operations>();
    }

    internal static void MapMeasures(this WebApplication app) =>
        app.MapPost(Reports.Address, Reports.TakeAsync)
            .WithMetadata(new DisableConcurrencyLimitAttribute());

    static IServiceCollection AddShared<T>(this IServiceCollection services)
        where T : class, IHostedService =>
        services.AddSingleton<T>().AddHostedService(provider => provider.GetRequiredService<T>());
}
