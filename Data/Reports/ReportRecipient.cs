using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Reports;

/// <summary>Somebody who gets the daily report, with or without an account here.</summary>
public class ReportRecipient
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Email { get; init; } = "";
    public string AddedBy { get; init; } = "";
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>They pressed the link in the letter that asked them. Before that nothing is sent.</summary>
    public DateTimeOffset? ConfirmedAt { get; set; }
    public DateTimeOffset? UnsubscribedAt { get; set; }
    public uint RowVersion { get; private set; }

    public bool IsUnsubscribed => UnsubscribedAt is not null;
    public bool IsConfirmed => ConfirmedAt is not null && !IsUnsubscribed;

    /// <summary>False when the question that they answer is older than their last no.</summary>
    public bool Confirm(DateTimeOffset asked, DateTimeOffset now)
    {
        if (UnsubscribedAt >= asked)
            return false;
        UnsubscribedAt = null;
        ConfirmedAt ??= now;
        return true;
    }

    public void Unsubscribe(DateTimeOffset now)
    {
        UnsubscribedAt ??= now;
        ConfirmedAt = null;
    }
}

sealed class ReportRecipientConfiguration : IEntityTypeConfiguration<ReportRecipient>
{
    public void Configure(EntityTypeBuilder<ReportRecipient> recipient)
    {
        recipient.ToTable("report_recipients");
        recipient.HasIndex(r => r.Email).IsUnique();
        recipient.Property(r => r.RowVersion).IsRowVersion();
    }
}
