using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Imports;

/// <summary>One line of the file as it came, and why it cannot go in.</summary>
public class ImportRow
{
    public Guid ImportId { get; init; }
    public int Line { get; init; }
    public string[] Cells { get; init; } = [];
    public string? Problem { get; set; }
}

sealed class ImportRowConfiguration : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> row)
    {
        row.ToTable("import_rows").HasKey(r => new { r.ImportId, r.Line });
        row.HasIndex(r => new { r.ImportId, r.Line })
            .HasFilter("problem is not null")
            .HasDatabaseName("import_rows_bad");
        row.HasOne<Import>()
            .WithMany()
            .HasForeignKey(r => r.ImportId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
