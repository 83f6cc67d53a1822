using Microsoft.Extensions.Logging.Console;

namespace StaffDashboard.Web.Hosting;

/// <summary>The console tells what a person would want to know: our own lines, and the framework's warnings.</summary>
static class QuietLogging
{
    internal static void AddPlainConsole(this ILoggingBuilder logging)
    {
        logging.AddConsole(console => console.FormatterName = PlainConsole.FormatterName);
        // Not asked for by name when the first line comes: that may be the last one, when nothing can be asked for.
        var usual = logging
            .Services.Single(service =>
                service.ImplementationType?.Name == "SimpleConsoleFormatter"
            )
            .ImplementationType!;
        logging.Services.AddSingleton<ConsoleFormatter>(services => new PlainConsole(
            (ConsoleFormatter)ActivatorUtilities.CreateInstance(services, usual)
        ));
    }

    internal static void AddQuietLogging(this WebApplicationBuilder builder)
    {
        var start = new StartLog();
        builder.Services.AddSingleton(start);
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
        builder.Logging.AddPlainConsole();
        if (builder.Configuration.GetSection("Logging:LogLevel").Exists())
            return;
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("StaffDashboard", LogLevel.Information);
        // The refusal is already a line of ours; the host would add a second one with a stack.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", start.MayLog);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        // HubFailures logs what is a fault of ours; a refused call would be an error here, with a stack each time.
        builder.Logging.AddFilter(
            "Microsoft.AspNetCore.SignalR.Internal.DefaultHubDispatcher",
            LogLevel.None
        );
        // A cookie that a stranger made up would be an error or a warning here, with a stack each time.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Critical);
        builder.Logging.AddFilter(
            "Microsoft.AspNetCore.Mvc.ViewFeatures.CookieTempDataProvider",
            LogLevel.Critical
        );
        // The keys are in the database on purpose; see SECURITY.md.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
