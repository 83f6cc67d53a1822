using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Jobs;

public enum JobOutcome
{
    Done,
    Failed,
}

/// <summary>
/// One run of a recurring job that is over. Reports and alarms need more days of them than Hangfire keeps; what is under
/// way, and on which server, stands there.
/// </summary>
public class JobRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Job { get; init; } = "";
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset EndedAt { get; init; }
    public JobOutcome Outcome { get; init; }

    /// <summary>What it did, or why it failed.</summary>
    public string Remark { get; init; } = "";
}

sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.ToTable("job_runs");
        run.Property(r => r.Outcome).HasConversion<string>();
        run.HasIndex(r => new { r.Job, r.StartedAt });
        run.HasIndex(r => r.StartedAt);
    }
}
