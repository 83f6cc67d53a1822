namespace StaffDashboard.Data.Alarms.Kinds;

/// <summary>Failures of a job since it was last done.</summary>
public sealed record FailingJob()
    : AlarmKind("jobs", "A job keeps failing", "A job has failed {0} in a row", "times")
{
    public override Task<IReadOnlyList<Measured>> MeasureAsync(Look look, CancellationToken stop) =>
        look.EachAsync(
            $"""
            select job as "Subject", count(*) filter (where outcome = 'Failed' and started_at > coalesce(
              (select max(started_at) from job_runs done where done.job = r.job and outcome = 'Done'), '-infinity'))::float8 as "Value"
            from job_runs r where started_at > {look.Now - Remembered}
            group by job
            """,
            stop
        );

    static readonly TimeSpan Remembered = TimeSpan.FromDays(30);
}
