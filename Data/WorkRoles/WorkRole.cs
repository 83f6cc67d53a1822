using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.WorkRoles;

/// <summary>What somebody works as: Bar, Service, Kitchen. The hue is one of ten, named by number in the style sheet.</summary>
public class WorkRole
{
    public const int MaxName = 40;
    public const int Hues = 10;

    public static readonly ChoiceList Choices = new(
        "work-roles",
        (office, stop) =>
            office.WorkRoles.AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.Name, stop)
    );

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; set; } = "";
    public int Hue { get; set; } = 1;
    public uint Version { get; private set; }
}

sealed class WorkRoleConfiguration : IEntityTypeConfiguration<WorkRole>
{
    public void Configure(EntityTypeBuilder<WorkRole> role)
    {
        role.ToTable(
            "work_roles",
            table =>
            {
                table.HasCheckConstraint("work_roles_hue", $"hue between 1 and {WorkRole.Hues}");
                table.HasCheckConstraint(
                    "work_roles_name",
                    "name <> '' and name = btrim(name) and name is nfc normalized"
                );
            }
        );
        role.Property(r => r.Id).ValueGeneratedNever();
        role.Property(r => r.Name).HasMaxLength(WorkRole.MaxName);
        role.Property(r => r.Version).IsRowVersion();
    }
}
