using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Switches;

/// <summary>Who already has something new: nobody, some people, some roles, some per cent, or all.</summary>
public class FeatureSwitch
{
    /// <summary>"optimistic", "queue", "offline-reading", "pushed-fragments".</summary>
    public string Name { get; init; } = "";

    /// <summary>Off for all, whatever else is said.</summary>
    public bool IsOn { get; set; } = true;

    /// <summary>Of those who are not named below; the same people stay in as it grows.</summary>
    public int Percent { get; set; } = 100;
    public UserRole[] Roles { get; set; } = [];
    public Guid[] People { get; set; } = [];
    public uint RowVersion { get; private set; }
}

sealed class FeatureSwitchConfiguration : IEntityTypeConfiguration<FeatureSwitch>
{
    public void Configure(EntityTypeBuilder<FeatureSwitch> feature)
    {
        feature
            .ToTable(
                "feature_switches",
                table =>
                    table.HasCheckConstraint(
                        "feature_switches_percent",
                        "percent between 0 and 100"
                    )
            )
            .HasKey(s => s.Name);
        feature.PrimitiveCollection(s => s.Roles).ElementType().HasConversion<string>();
        feature.Property(s => s.RowVersion).IsRowVersion();
    }
}
