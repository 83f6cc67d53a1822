using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Sessions;

/// <summary>One signed-in browser. Only the hash of its key is kept: the table is no use to a thief.</summary>
public class Session
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid UserId { get; init; }
    public byte[] KeyHash { get; init; } = [];
    public string Stamp { get; init; } = "";
    public string Browser { get; init; } = "";
    public string Address { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastSeenAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
}

sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.Property(s => s.Browser).HasMaxLength(300);
        session.Property(s => s.Address).HasMaxLength(64);
        session.HasIndex(s => s.UserId);
        session.HasIndex(s => s.KeyHash).IsUnique();
        session.HasIndex(s => s.ExpiresAt);
        session
            .HasOne<User>()
            .WithMany()
            .HasForeignKey(s => s.UserId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
