using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Reports;

/// <summary>When the daily report goes out. There is one row.</summary>
public class ReportSettings
{
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;
    public bool IsOn { get; set; } = true;

    /// <summary>In the office's zone.</summary>
    public TimeOnly SendAt { get; set; } = new(7, 0);
    public uint RowVersion { get; private set; }

    /// <summary>The moment of today's report.</summary>
    public DateTimeOffset DueAt(DateOnly today, TimeZoneInfo zone) =>
        OfficeDay.MomentOf(today, SendAt, zone);

    /// <summary>The day to be told of now: yesterday, from the set hour on. Null before it, and while reports are off.</summary>
    public DateOnly? DueDay(DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = OfficeDay.Of(now, zone);
        return IsOn && now >= DueAt(today, zone) ? today.AddDays(-1) : null;
    }
}

sealed class ReportSettingsConfiguration : IEntityTypeConfiguration<ReportSettings>
{
    public void Configure(EntityTypeBuilder<ReportSettings> settings)
    {
        settings.ToTable(
            "report_settings",
            table => table.HasCheckConstraint("report_settings_one", "id = 1")
        );
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.Property(s => s.RowVersion).IsRowVersion();
        settings.HasData(
            new
            {
                Id = TheOneRow,
                IsOn = true,
                SendAt = new TimeOnly(7, 0),
            }
        );
    }

    const int TheOneRow = ReportSettings.TheOne;
}
