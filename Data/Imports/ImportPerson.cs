using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Imports;

public enum ImportAction
{
    Add,
    Update,
    Same,
}

/// <summary>A checked line: what saving it will do, and to whom.</summary>
public class ImportPerson
{
    public Guid ImportId { get; init; }
    public int Line { get; init; }
    public ImportAction Action { get; init; }

    /// <summary>Somebody in the team, or the id that a newcomer will have.</summary>
    public Guid PersonId { get; init; }

    /// <summary>As the check saw this person: whoever changed since is not overwritten.</summary>
    public uint? PersonVersion { get; init; }
    public string? Phone { get; init; }

    /// <summary>Canonical values in the order of EmployeeFields.InFiles; null leaves a field as it is.</summary>
    public string?[] Content { get; init; } = [];
}

sealed class ImportPersonConfiguration : IEntityTypeConfiguration<ImportPerson>
{
    public void Configure(EntityTypeBuilder<ImportPerson> person)
    {
        person.ToTable("import_people").HasKey(p => new { p.ImportId, p.Line });
        person.Property(p => p.Action).HasConversion<string>();
        person.Property(p => p.PersonVersion).HasColumnType("xid");
        person
            .HasOne<Import>()
            .WithMany()
            .HasForeignKey(p => p.ImportId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
