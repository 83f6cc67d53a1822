using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Imports;

public enum ImportAction
{
    Add,
    Update,
    Same,
}

/// <summary>A checked line: what saving it will do, and to which record.</summary>
public class ImportRecord
{
    public Guid ImportId { get; init; }
    public int Line { get; init; }
    public ImportAction Action { get; init; }

    /// <summary>A record that is there, or the id that a newcomer will have.</summary>
    public Guid RecordId { get; init; }

    /// <summary>As the check saw this record: what changed since is not overwritten.</summary>
    public uint? RecordVersion { get; init; }

    /// <summary>An archived record that the key would find: the line adds a second one.</summary>
    public Guid? ArchivedId { get; init; }

    /// <summary>The canonical value of the field that tells which record it is.</summary>
    public string? Key { get; init; }

    /// <summary>Canonical values in the order of the type's fields; null leaves a field as it is.</summary>
    public string?[] Content { get; init; } = [];
}

sealed class ImportRecordConfiguration : IEntityTypeConfiguration<ImportRecord>
{
    public void Configure(EntityTypeBuilder<ImportRecord> record)
    {
        record.ToTable("import_records").HasKey(r => new { r.ImportId, r.Line });
        record.Property(r => r.Action).HasConversion<string>();
        record.Property(r => r.RecordId).HasColumnName("person_id");
        record.Property(r => r.RecordVersion).HasColumnName("person_version").HasColumnType("xid");
        record
            .HasOne<Import>()
            .WithMany()
            .HasForeignKey(r => r.ImportId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
