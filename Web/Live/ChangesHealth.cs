using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace StaffDashboard.Web.Live;

sealed class ChangesHealth(Position position) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        Task.FromResult(
            position.IsCurrent
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The change log cannot be read.")
        );
}
