using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using StaffDashboard.Data.Measures;

namespace StaffDashboard.Data;

public static class OfficeServices
{
    /// <summary>
    /// The key of a few connections that no request can use up: a node whose pool is empty must still say that it
    /// lives, and whether it is ready.
    /// </summary>
    public const string Reserved = "reserved";
    const int MostReserved = 3;

    /// <summary>
    /// The key of the connections over which attempts are counted: a form that holds one of the others would else wait
    /// for a second of them, and for ever once as many forms do so as there are.
    /// </summary>
    public const string Throttles = "throttles";
    const int MostThrottles = 6;

    /// <summary>
    /// The key of the connections of the recurring jobs' scheduler: each of its workers holds one to be notified, one to
    /// look for work or to lock what it does.
    /// </summary>
    public const string Jobs = "jobs";
    const int MostJobs = 20;

    public static IServiceCollection AddOffice(
        this IServiceCollection services,
        string connectionString
    )
    {
        services.AddSingleton(_ => DataSource(WithDefaults(connectionString)));
        services.AddKeyedSingleton(
            Reserved,
            (_, _) => DataSource(Apart(connectionString, Reserved, MostReserved))
        );
        services.AddKeyedSingleton(
            Throttles,
            (_, _) => DataSource(Apart(connectionString, Throttles, MostThrottles))
        );
        services.AddKeyedSingleton(
            Jobs,
            (_, _) => DataSource(ForJobs(Apart(connectionString, Jobs, MostJobs)))
        );
        services.AddPooledDbContextFactory<Office>(
            (provider, options) =>
                options
                    // Counting up to a limit needs no order.
                    .ConfigureWarnings(warnings =>
                        warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning)
                    )
                    // The container's data source. Named here, it would be part of the options, and each program in a
                    // process would build the model and compile every query for itself.
                    .UseNpgsql()
                    .AddInterceptors(new ViewerOnConnection())
                    .AddInterceptors(provider.GetServices<IInterceptor>())
        );
        services.AddSingleton<OfficeFactory>();
        services.AddScoped<Acting>();
        services.AddScoped(provider =>
            provider.GetRequiredService<OfficeFactory>().Open(provider.GetRequiredService<Viewer>())
        );
        return services;
    }

    public static string WithDefaults(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 100 };
        // The next borrower of a connection would inherit the last viewer.
        builder.NoResetOnClose = false;
        builder.ApplicationName ??= "StaffDashboard";
        return builder.ConnectionString;
    }

    // The office has no types of its own. Asking for all there are is much of what a first connection costs.
    static NpgsqlDataSource DataSource(string connectionString) =>
        new NpgsqlDataSourceBuilder(connectionString)
            .ConfigureTypeLoading(types => types.EnableTypeLoading(false))
            .Build();

    static string Apart(string connectionString, string name, int most) =>
        new NpgsqlConnectionStringBuilder(WithDefaults(connectionString))
        {
            MinPoolSize = 0,
            MaxPoolSize = most,
            ApplicationName = $"staffdashboard {name}",
        }.ToString();

    static string ForJobs(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            // Hangfire opens its listening connection again by the text of the one that broke.
            PersistSecurityInfo = true,
        };
        // What a machine that vanished without a word had locked is free again within seconds.
        builder.Options =
            $"{builder.Options} -c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3".Trim();
        return builder.ToString();
    }
}
