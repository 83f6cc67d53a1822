using StaffDashboard.Web.Messaging;

namespace StaffDashboard.Web.Jobs.Alarms;

public static class AlarmServices
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddAlarms(
        this IServiceCollection services,
        WebhookSettings? webhook
    )
    {
        services.AddScoped<WatchAlarms>().AddScoped<TellAlarm>().AddScoped<CallWebhook>();
        services.AddSingleton(new WebhookDoor(webhook));
        services
            .AddHttpClient(CallWebhook.Client, http => http.Timeout = Patience)
            // It was given one address: being sent on to another one, perhaps inside the house, is no answer.
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }
            )
            // The address may hold a secret, and the client would write it into the log.
            .RemoveAllLoggers();
        return services;
    }
}

/// <summary>The webhook, where one is configured.</summary>
sealed record WebhookDoor(WebhookSettings? Settings);
