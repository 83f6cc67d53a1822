using Hangfire.Server;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Jobs;

/// <summary>Cancels what the schedule starts while the job is paused. What somebody ordered runs all the same.</summary>
sealed class PausedJobs(IServiceScopeFactory scopes) : IServerFilter
{
    public void OnPerforming(PerformingContext context)
    {
        if (context.GetJobParameter<string>("RecurringJobId") is { Length: > 0 } id && IsPaused(id))
            context.Canceled = true;
    }

    public void OnPerformed(PerformedContext context) { }

    bool IsPaused(string job)
    {
        using var scope = scopes.AsProgram();
        return JobOrders
            .Paused(scope.ServiceProvider.GetRequiredService<Office>())
            .Any(paused => paused == job);
    }
}
