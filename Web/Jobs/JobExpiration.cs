using Hangfire.States;
using Hangfire.Storage;

namespace StaffDashboard.Web.Jobs;

/// <summary>How long Hangfire keeps what has run. By itself it would keep what failed for ever.</summary>
sealed class JobExpiration(TimeSpan kept) : IApplyStateFilter
{
    public void OnStateApplied(ApplyStateContext context, IWriteOnlyTransaction transaction)
    {
        context.JobExpirationTimeout = kept;
        if (context.NewState is FailedState)
            transaction.ExpireJob(context.BackgroundJob.Id, kept);
    }

    public void OnStateUnapplied(ApplyStateContext context, IWriteOnlyTransaction transaction) { }
}
