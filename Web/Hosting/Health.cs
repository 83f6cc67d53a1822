using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace StaffDashboard.Web.Hosting;

static class Health
{
    internal const string Ready = "ready";

    internal static void MapHealth(this WebApplication app)
    {
        // Live asks nobody: a lost database is no reason to kill the process.
        Map(app, "/health/live", _ => false);
        Map(app, "/health/ready", check => check.Tags.Contains(Ready));
    }

    static void Map(
        WebApplication app,
        string address,
        Func<HealthCheckRegistration, bool> which
    ) =>
        app.MapHealthChecks(
                address,
                new HealthCheckOptions { Predicate = which, ResponseWriter = WriteAsync }
            )
            .AllowAnonymous()
            .DisableRateLimiting();

    static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                status = Word(report.Status),
                checks = report.Entries.ToDictionary(
                    entry => entry.Key,
                    entry => new
                    {
                        status = Word(entry.Value.Status),
                        // Of a check that broke, the description is the exception's message.
                        why = entry.Value.Exception is null ? entry.Value.Description : null,
                    },
                    StringComparer.Ordinal
                ),
            }
        );

    static string Word(HealthStatus status) =>
        status == HealthStatus.Healthy ? "ready" : "not ready";
}
