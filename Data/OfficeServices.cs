using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using StaffDashboard.Data.Measures;

namespace StaffDashboard.Data;

public static class OfficeServices
{
    public static IServiceCollection AddOffice(
        this IServiceCollection services,
        string connectionString
    )
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(WithDefaults(connectionString)));
        services.AddPooledDbContextFactory<Office>(
            (provider, options) =>
                options
                    // Counting up to a limit needs no order.
                    .ConfigureWarnings(warnings =>
                        warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning)
                    )
                    .UseNpgsql(provider.GetRequiredService<NpgsqlDataSource>())
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
}
