using Microsoft.Extensions.Logging.Console;

namespace StaffDashboard.Web.Hosting;

/// <summary>The console tells what a person would want to know: our own lines, and the framework's warnings.</summary>
static class QuietLogging
{
    internal static void AddQuietLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.TimestampFormat = "HH:mm:ss ";
            console.ColorBehavior = LoggerColorBehavior.Default;
        });
        if (builder.Configuration.GetSection("Logging:LogLevel").Exists())
            return;
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddFilter("StaffDashboard", LogLevel.Information);
        // The refusal is already a line of ours; the host would add a second one with a stack.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        // The keys are in the database on purpose; see SECURITY.md.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
    }
}
