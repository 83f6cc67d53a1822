using Quartz;

namespace StaffDashboard.Web.Jobs;

/// <summary>The one job that Quartz knows: it does the line that it is named after.</summary>
[DisallowConcurrentExecution]
sealed class RunLine(Perform perform, TimeProvider clock) : IJob
{
    internal const string Order = "order";
    internal const string OrderedBy = "by";

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        if (Schedule.Find(context.JobDetail.Key.Name) is not { } line)
            return;
        var told = context.MergedJobDataMap;
        Guid? order = Guid.TryParse(told.GetString(Order), out var id) ? id : null;
        // Asked here, where no other node can be at the same: whoever started it again had looked before it was done.
        if (order is not null && await perform.HasDoneAsync(line, order.Value, cancellationToken))
            return;
        await perform.DoAsync(
            line,
            context.ScheduledFireTimeUtc ?? clock.GetUtcNow(),
            told.GetString(OrderedBy) is { Length: > 0 } by ? by : null,
            order,
            cancellationToken
        );
    }
}
