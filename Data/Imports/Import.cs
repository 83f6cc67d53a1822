using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Imports;

public enum ImportState
{
    Mapping,
    Checking,
    Checked,
    Saving,
    Done,
    Cancelled,
    Failed,
}

/// <summary>One uploaded list of people, on its way into the team.</summary>
public class Import
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid OwnerId { get; init; }
    public string FileName { get; init; } = "";
    public ImportState State { get; set; }
    public string[] Columns { get; set; } = [];

    /// <summary>For each column of the file the field it fills, or an empty text.</summary>
    public string[] Mapping { get; set; } = [];
    public bool UpdateByPhone { get; set; }
    public int Total { get; set; }
    public int Progress { get; set; }
    public int Added { get; set; }
    public int Updated { get; set; }
    public int Rejected { get; set; }
    public bool CancelRequested { get; set; }
    public string? Problem { get; set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? FinishedAt { get; set; }
}

sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> import)
    {
        import.ToTable("imports");
        import.Property(i => i.Id).ValueGeneratedNever();
        import.Property(i => i.FileName).HasMaxLength(255);
        import.Property(i => i.State).HasConversion<string>();
        import.Property(i => i.CreatedAt).HasDefaultValueSql("now()");
        import.HasIndex(i => i.CreatedAt);
    }
}
