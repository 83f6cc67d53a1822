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
        services.AddSingleton(provider => new OutboxFolder(
            Path.Combine(dataFolder, "outbox"),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddSingleton<IMail>(provider =>
            server is null
                ? provider.GetRequiredService<OutboxFolder>()
                : new SmtpMail(server, officeName)
        );
        services.AddSingleton<Postman>();
        services.AddHostedService(provider => provider.GetRequiredService<Postman>());
        return services;
    }
}
