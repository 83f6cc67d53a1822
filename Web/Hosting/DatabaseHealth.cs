using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace StaffDashboard.Web.Hosting;

sealed class DatabaseHealth(NpgsqlDataSource database) : IHealthCheck
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e)
            when (e is NpgsqlException or OperationCanceledException or TimeoutException)
        {
            // The reason may name the server; strangers read this page.
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}
