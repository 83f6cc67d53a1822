using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Jobs;

public enum JobOutcome
{
    Running,
    Done,
    Failed,

    /// <summary>Its node was gone before it ended; another one took it over.</summary>
    Lost,
}

/// <summary>One run of a recurring job.</summary>
public class JobRun
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Job { get; init; } = "";
    public string Node { get; init; } = "";
    public DateTimeOffset DueAt { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? EndedAt { get; set; }
    public JobOutcome Outcome { get; set; }

    /// <summary>What it did, or why it failed.</summary>
    public string Remark { get; set; } = "";

    /// <summary>Who ordered it by hand; null when the clock did.</summary>
    public string? OrderedBy { get; init; }

    /// <summary>The order that it carries out.</summary>
    public Guid? OrderId { get; init; }
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
