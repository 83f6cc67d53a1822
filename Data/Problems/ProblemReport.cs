using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Problems;

public enum ProblemState
{
    New,
    Looking,
    Solved,
}

/// <summary>What somebody told us went wrong, with what the page knew of it; never what was typed into fields.</summary>
public class ProblemReport
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid UserId { get; init; }

    /// <summary>What they were called then.</summary>
    public string UserName { get; init; } = "";
    public DateTimeOffset At { get; init; }
    public string Comment { get; init; } = "";
    public string Page { get; init; } = "";
    public string Version { get; init; } = "";

    /// <summary>The number that stood beside the error, if there was one.</summary>
    public string? Reference { get; init; }

    /// <summary>Error, last actions by name, history of the connection, browser: as JSON.</summary>
    public string Context { get; init; } = "{}";
    public ProblemState State { get; set; }
    public string Answer { get; set; } = "";
    public Guid? AnsweredById { get; set; }

    /// <summary>What they were called then.</summary>
    public string? AnsweredBy { get; set; }
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>When the one who reported it saw the answer.</summary>
    public DateTimeOffset? SeenAt { get; set; }
    public uint RowVersion { get; private set; }

    /// <summary>Something was said to it that the one who reported it has not seen.</summary>
    public bool HasNews => AnsweredAt is not null && SeenAt is null;

    /// <summary>Something new is said to it, which the one who reported it has yet to see.</summary>
    public void MarkAnswered(Viewer by, DateTimeOffset now) =>
        (AnsweredAt, SeenAt, AnsweredById, AnsweredBy) = (now, null, by.Id, by.Name);
}

sealed class ProblemReportConfiguration : IEntityTypeConfiguration<ProblemReport>
{
    public void Configure(EntityTypeBuilder<ProblemReport> report)
    {
        report.ToTable("problem_reports");
        report.Property(r => r.State).HasConversion<string>();
        report.Property(r => r.Context).HasColumnType("jsonb");
        report.Property(r => r.RowVersion).IsRowVersion();
        report.HasIndex(r => new { r.UserId, r.At });
        report.HasIndex(r => r.At);
        report
            .HasOne<User>()
            .WithMany()
            .HasForeignKey(r => r.UserId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
