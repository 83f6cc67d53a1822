using Quartz;

namespace StaffDashboard.Web.Jobs;

/// <summary>The one job that Quartz knows: it does the line that it is named after.</summary>
[DisallowConcurrentExecution]
sealed class RunLine(Perform perform, TimeProvider clock) : IJob
{
    internal const string OrderedBy = "by";

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        if (Schedule.Find(context.JobDetail.Key.Name) is { } line)
            await perform.DoAsync(
                line,
                context.ScheduledFireTimeUtc ?? clock.GetUtcNow(),
                context.MergedJobDataMap.GetString(OrderedBy) is { Length: > 0 } by ? by : null,
                cancellationToken
            );
    }
}
