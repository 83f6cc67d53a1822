using Hangfire;
using Hangfire.Common;

namespace StaffDashboard.Web.Jobs;

/// <summary>
/// What Hangfire does besides running a job. Of this program only: its own list is shared by all programs of a process.
/// </summary>
sealed class JobFilters : IJobFilterProvider
{
    readonly JobFilter[] frequent;
    readonly JobFilter[] others;

    public JobFilters(PausedJobs paused)
    {
        JobFilter[] all = [Filter(paused), Filter(new StatisticsHistoryAttribute())];
        frequent = [.. all, Filter(new JobExpiration(TimeSpan.FromDays(1)))];
        others =
        [
            .. all,
            Filter(new JobExpiration(TimeSpan.FromDays(30))),
            Filter(
                new AutomaticRetryAttribute
                {
                    // The first ones soon: after an outage pooled connections that broke fail once more.
                    Attempts = 5,
                    DelaysInSeconds = [5, 15, 60, 600, 3600],
                    LogEvents = false,
                }
            ),
        ];
    }

    public IEnumerable<JobFilter> GetFilters(Job? job) =>
        Of(job) is { Schedule.IsFrequent: true } ? frequent : others;

    /// <summary>Which of ours a stored job is.</summary>
    internal static RecurringJob? Of(Job? job) =>
        job?.Args is [string id, ..] ? RecurringJobs.Find(id) : null;

    static JobFilter Filter(object instance) => new(instance, JobFilterScope.Global, null);
}
