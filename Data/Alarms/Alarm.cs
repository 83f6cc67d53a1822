using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Alarms;

/// <summary>A time during which a rule was broken. Of each rule and subject at most one is open.</summary>
public partial class Alarm
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Rule { get; init; } = "";

    /// <summary>What it is about where a rule has several: a node, a job. Otherwise empty.</summary>
    public string Subject { get; init; } = "";
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>The worst value so far, and the limit at the time.</summary>
    public double Value { get; set; }
    public double Threshold { get; init; }

    /// <summary>Since when the rule holds again: it must hold for a while before the alarm closes.</summary>
    public DateTimeOffset? CalmSince { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public Guid? AcknowledgedById { get; set; }

    /// <summary>What they were called then.</summary>
    public string? AcknowledgedBy { get; set; }
    public DateTimeOffset? AcknowledgedAt { get; set; }

    /// <summary>What the last letters said of it: that it is open, or over. Null: nobody was told anything.</summary>
    public bool? ToldOpen { get; private set; }
    public DateTimeOffset? ToldAt { get; private set; }
    public int Tellings { get; private set; }

    /// <summary>Opened while a planned silence was in force: nobody was told.</summary>
    public bool WasSilent { get; init; }
    public uint RowVersion { get; private set; }
}

sealed class AlarmConfiguration : IEntityTypeConfiguration<Alarm>
{
    public void Configure(EntityTypeBuilder<Alarm> alarm)
    {
        alarm.ToTable("alarms");
        alarm.Property(a => a.RowVersion).IsRowVersion();
        alarm
            .HasIndex(a => new { a.Rule, a.Subject })
            .IsUnique()
            .HasFilter("closed_at is null")
            .HasDatabaseName("alarms_open");
        alarm.HasIndex(a => a.OpenedAt);
    }
}
