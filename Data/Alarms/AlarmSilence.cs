using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Alarms;

/// <summary>A planned time in which nobody is told: a move of the server, a fair without a line.</summary>
public class AlarmSilence
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Null for every rule.</summary>
    public string? Rule { get; set; }
    public DateTimeOffset From { get; set; }
    public DateTimeOffset Until { get; set; }
    public string Reason { get; set; } = "";
    public Guid? ById { get; init; }

    /// <summary>What they were called then.</summary>
    public string By { get; init; } = "";
    public uint RowVersion { get; private set; }

    public bool Covers(string rule, DateTimeOffset now) =>
        (Rule is null || Rule == rule) && From <= now && now < Until;

    public bool IsOver(DateTimeOffset now) => Until <= now;
}

sealed class AlarmSilenceConfiguration : IEntityTypeConfiguration<AlarmSilence>
{
    public void Configure(EntityTypeBuilder<AlarmSilence> silence)
    {
        silence.ToTable(
            "alarm_silences",
            table => table.HasCheckConstraint("alarm_silences_forwards", "until > \"from\"")
        );
        silence.Property(s => s.RowVersion).IsRowVersion();
        silence.HasIndex(s => s.Until);
    }
}
