using Microsoft.AspNetCore.Mvc;

namespace StaffDashboard.Web.Pages.Shared.Once;

static class OnceServices
{
    public static IServiceCollection AddOnce(this IServiceCollection services)
    {
        services
            .AddScoped<Effect>()
            .AddSingleton<SavedAnswers>()
            .AddSingleton<SavedAnswerRateLimiter>();
        services.Configure<MvcOptions>(mvc => mvc.Filters.Add<OnceFilter>());
        return services;
    }
}
