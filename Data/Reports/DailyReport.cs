using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Reports;

/// <summary>How a day of the office went, as it was told. Kept for the trend, and to be sent again.</summary>
public class DailyReport
{
    /// <summary>The day it tells of, in the office's zone.</summary>
    public DateOnly Day { get; init; }
    public DateTimeOffset MadeAt { get; init; }

    /// <summary>One sentence.</summary>
    public string Verdict { get; init; } = "";
    public bool IsAllClear { get; init; }

    /// <summary>The figures as JSON.</summary>
    public string Figures { get; init; } = "{}";
    public string Subject { get; init; } = "";
    public string Text { get; init; } = "";
    public string Html { get; init; } = "";
}

sealed class DailyReportConfiguration : IEntityTypeConfiguration<DailyReport>
{
    public void Configure(EntityTypeBuilder<DailyReport> report)
    {
        report.ToTable("daily_reports").HasKey(r => r.Day);
        report.Property(r => r.Figures).HasColumnType("jsonb");
    }
}
