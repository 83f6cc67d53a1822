using StaffDashboard.Data.Imports;
using StaffDashboard.Data.Imports.Run;

namespace StaffDashboard.Web.Jobs;

/// <summary>What this program does by itself, and when.</summary>
static class JobServices
{
    internal static IServiceCollection AddJobs(this IServiceCollection services) =>
        services
            .AddSingleton<ImportBell>()
            .AddSingleton<ImportRun>()
            .AddHostedService<ImportRunner>()
            .AddHostedService<LetterRunner>()
            .AddHostedService<Housekeeping>();
}
