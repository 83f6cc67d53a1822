using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Answers;

/// <summary>What was answered to a request that may be sent again: the same key does one thing once.</summary>
public class SavedAnswer
{
    public const int KeptDays = 7;

    public Guid UserId { get; init; }
    public Guid Key { get; init; }

    /// <summary>Of the address and the body: the same key with another body is refused.</summary>
    public byte[] BodyHash { get; init; } = [];

    /// <summary>The path that was asked, without its query.</summary>
    public string Path { get; init; } = "";
    public DateTimeOffset At { get; init; }

    /// <summary>
    /// Of what was refused because somebody else had changed the same: a copy that arrives late is refused, too. With the
    /// present one among them nothing was done under this key.
    /// </summary>
    public byte[][] RefusedHashes { get; init; } = [];

    /// <summary>Null while the effect is saved but its answer is not: the repeat is told that it was saved.</summary>
    public int? Status { get; set; }

    /// <summary>Those headers of the answer that mean something to the page, as JSON.</summary>
    public string? Headers { get; set; }
    public byte[]? Body { get; set; }
}

sealed class SavedAnswerConfiguration : IEntityTypeConfiguration<SavedAnswer>
{
    public void Configure(EntityTypeBuilder<SavedAnswer> answer)
    {
        answer.ToTable("saved_answers").HasKey(a => new { a.UserId, a.Key });
        answer.HasIndex(a => a.At);
        answer.Property(a => a.Headers).HasColumnType("jsonb");
        answer.Property(a => a.RefusedHashes).HasDefaultValueSql("'{}'");
        answer
            .HasOne<User>()
            .WithMany()
            .HasForeignKey(a => a.UserId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
