using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Jobs;

public enum JobWish
{
    Run,
    Pause,
    Resume,
}

/// <summary>What an Admin wanted of a job. It is recorded, and so stands in the trail.</summary>
public class JobOrder
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Job { get; init; } = "";
    public JobWish Wish { get; init; }
    public DateTimeOffset At { get; init; }
}

sealed class JobOrderConfiguration : IEntityTypeConfiguration<JobOrder>
{
    public void Configure(EntityTypeBuilder<JobOrder> order)
    {
        order.ToTable("job_orders");
        order.Property(o => o.Wish).HasConversion<string>();
        order.HasIndex(o => new { o.Job, o.At });
    }
}
