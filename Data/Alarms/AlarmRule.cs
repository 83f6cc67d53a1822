using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Alarms;

/// <summary>When the program calls for help. Each kind has a default; an Admin may set other limits.</summary>
public class AlarmRule
{
    /// <summary>The kind: "latency", "errors", "inconsistencies", "lag", "heartbeat", "jobs", "queue", "report", "disk", "database", "sign-ins".</summary>
    public string Name { get; init; } = "";
    public bool IsOn { get; set; } = true;

    /// <summary>In the unit of its kind.</summary>
    public double Threshold { get; set; }

    /// <summary>How far back is looked.</summary>
    public int WindowMinutes { get; set; }
    public uint RowVersion { get; private set; }
}

sealed class AlarmRuleConfiguration : IEntityTypeConfiguration<AlarmRule>
{
    public void Configure(EntityTypeBuilder<AlarmRule> rule)
    {
        rule.ToTable("alarm_rules").HasKey(r => r.Name);
        rule.Property(r => r.RowVersion).IsRowVersion();
    }
}
