using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace StaffDashboard.Web.Hosting;

/// <summary>Once current, always current: a newer program migrates forward only, so the answer is kept.</summary>
sealed class SchemaHealth(Ground ground) : IHealthCheck
{
    bool current;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            current =
                current
                || await SchemaCheck.MissingAsync(ground.AppConnection, cancellationToken) == 0;
            return current
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The schema is behind.");
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("The schema cannot be read.");
        }
    }
}
