using StaffDashboard.Web.Messaging.Reports;

namespace StaffDashboard.Web.Messaging;

public static class MessagingServices
{
    public static IServiceCollection AddMessaging(
        this IServiceCollection services,
        MailSettings? server,
        string officeName,
        string dataFolder
    )
    {
        services.AddSingleton(new OutboxFolder(Path.Combine(dataFolder, "outbox")));
        services.AddSingleton<IMail>(provider =>
            server is null
                ? provider.GetRequiredService<OutboxFolder>()
                : new SmtpMail(server, officeName)
        );
        services.AddSingleton<MailMeter>().AddSingleton<Outbox>();
        services.AddSingleton<RecipientLinks>().AddScoped<TellDay>();
        return services;
    }
}
