using Npgsql;
using Quartz;
using StaffDashboard.Data.Imports;
using StaffDashboard.Data.Imports.Run;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Jobs;

/// <summary>What this program does by itself, and when.</summary>
static class JobServices
{
    const string Cluster = "StaffDashboard";
    const string WithoutGroup = "_";
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
            .AddSingleton<Perform>()
            .AddSingleton<Timetable>()
            .AddSingleton(provider => new JobOrders(
                provider.GetRequiredService<IServiceScopeFactory>(),
                provider.GetRequiredService<Timetable>(),
                provider.GetRequiredService<TimeProvider>()
            ))
            .AddQuartz(UsePostgres);
        services
            .AddOptions<QuartzSchedulerOptions>()
            .Configure<Node>((quartz, node) => quartz.InstanceId = node.Id);
        if (isOn)
            services.AddHostedService<Clockwork>();
        return services;
    }

    static void UsePostgres(IQuartzBuilder quartz)
    {
        quartz.ConfigureScheduler(options =>
        {
            options.InstanceName = Cluster;
            // Another node's order is found at the next look.
            options.IdleWaitTime = TimeSpan.FromSeconds(3);
            options.ShutdownJobInterruption = ShutdownJobInterruption.Always;
            // A node of an older version leaves alone what it does not know: it could only lose it.
            options.ServedExecutionGroups.Add(WithoutGroup);
            options.ServedExecutionGroups.AddRange(Schedule.Lines.Select(line => line.Name));
        });
        quartz.UseDefaultThreadPool(AtOnce);
        quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(source =>
                source.DataSourceFactory = services =>
                    services.GetRequiredService<NpgsqlDataSource>()
            );
            store.UseSystemTextJsonSerializer();
            store.UseClustering(cluster =>
            {
                // A killed node is missed after eight seconds and its work found at the next look: within 15 in all.
                // Shorter, a long pause of a node on a busy machine would be taken for its death.
                cluster.CheckinInterval = TimeSpan.FromSeconds(3);
                cluster.CheckinMisfireThreshold = TimeSpan.FromSeconds(5);
            });
            store.ConfigureStore(options =>
            {
                options.TablePrefix = "quartz.qrtz_";
                // The tables come with our own migration: the program owns none.
                options.SchemaProvisioning = SchemaProvisioning.Validate;
                options.StoreJobDataAsStrings = true;
                options.RecoverFiringsCancelledByShutdown = true;
                options.DbRetryInterval = TimeSpan.FromSeconds(5);
            });
        });
    }
}
