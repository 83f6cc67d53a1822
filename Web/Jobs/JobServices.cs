using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.PostgreSql;
using Npgsql;
using StaffDashboard.Data;
using StaffDashboard.Data.Imports;
using StaffDashboard.Data.Imports.Run;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Jobs;

/// <summary>What this program does by itself, and when.</summary>
static class JobServices
{
    const int AtOnce = 4;

    /// <param name="isOn">Off, this node only writes orders down for the others.</param>
    internal static IServiceCollection AddJobs(
        this IServiceCollection services,
        TimeZoneInfo zone,
        bool isOn
    )
    {
        services
            .AddSingleton<ImportBell>()
            .AddSingleton<ImportRun>()
            .AddHostedService<ImportRunner>()
            .AddHostedService<LetterRunner>()
            .AddSingleton(new JobZone(zone))
            .AddSingleton<JobLocks>()
            .AddSingleton<JobRunner>()
            .AddSingleton<JobOrders>();
        AddHangfire(services);
        if (isOn)
            services.AddHostedService<JobRegistration>().AddHangfireServer(Configure);
        return services;
    }

    // Registered one by one: by itself Hangfire keeps these in static fields, which all programs of a process share.
    static void AddHangfire(IServiceCollection services) =>
        services
            .AddSingleton(StorageOptions())
            .AddSingleton<JobStorage>(provider => new PostgreSqlStorage(
                new JobConnections(
                    provider.GetRequiredKeyedService<NpgsqlDataSource>(OfficeServices.Jobs)
                ),
                provider.GetRequiredService<PostgreSqlStorageOptions>()
            ))
            .AddSingleton<JobActivator, AspNetCoreJobActivator>()
            .AddSingleton<PausedJobs>()
            .AddSingleton<IJobFilterProvider, JobFilters>()
            .AddSingleton<ITimeZoneResolver>(provider => provider.GetRequiredService<JobZone>())
            .AddHangfire(
                (provider, hangfire) =>
                    hangfire
                        .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
                        .UseSimpleAssemblyNameTypeSerializer()
                        .UseRecommendedSerializerSettings()
                        .UseLogProvider(
                            new JobLog(
                                provider
                                    .GetRequiredService<ILoggerFactory>()
                                    .CreateLogger("Hangfire")
                            )
                        )
            );

    static PostgreSqlStorageOptions StorageOptions() =>
        new()
        {
            // The tables come with our own migration: the program owns none.
            PrepareSchemaIfNecessary = false,
            // By LISTEN and NOTIFY; the interval is for what a killed server has left, and for a lost notification.
            EnableLongPolling = true,
            QueuePollInterval = TimeSpan.FromSeconds(5),
            // The work of a killed server is taken over after ten seconds, and its locks after twenty: with the usual
            // ten minutes a lock that it held would keep all recurring jobs from starting.
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = TimeSpan.FromSeconds(10),
            DistributedLockTimeout = TimeSpan.FromSeconds(20),
        };

    static void Configure(IServiceProvider provider, BackgroundJobServerOptions server)
    {
        server.ServerName = provider.GetRequiredService<Node>().Id;
        server.WorkerCount = AtOnce;
        // A server of an older version leaves alone what it does not know: it could only fail it.
        server.Queues = [.. RecurringJobs.All.Select(job => job.Id)];
        server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
        server.HeartbeatInterval = TimeSpan.FromSeconds(10);
        server.ServerCheckInterval = TimeSpan.FromMinutes(1);
        server.ServerTimeout = TimeSpan.FromMinutes(1);
    }
}
