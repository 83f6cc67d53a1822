using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace StaffDashboard.Data.Letters;

/// <summary>
/// A letter on its way. It is written in the transaction of what it tells of, and sent afterwards;
/// two letters with one key are one letter.
/// </summary>
public class QueuedLetter
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What makes it this letter and no other: "daily-report:2026-11-21:018f…".</summary>
    public string Key { get; init; } = "";

    /// <summary>One line without a line break, as are <see cref="Subject"/> and <see cref="MessageId"/>.</summary>
    public string To { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Text { get; set; } = "";
    public string Html { get; set; } = "";

    /// <summary>
    /// A link inside lets somebody in until then. Afterwards it is not sent any more, and once it is gone its words are
    /// wiped here: it cannot be sent again.
    /// </summary>
    public DateTimeOffset? SecretUntil { get; init; }

    /// <summary>The same at each try, so that a mail server that got it twice can tell.</summary>
    public string MessageId { get; set; } = "";

    /// <summary>For List-Unsubscribe, with one click.</summary>
    public string? Unsubscribe { get; init; }
    public DateTimeOffset At { get; init; }
    public DateTimeOffset DueAt { get; set; }
    public int Tries { get; set; }
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Given up, or its time was over.</summary>
    public DateTimeOffset? FailedAt { get; set; }
    public string? Problem { get; set; }

    public bool IsWaiting => SentAt is null && FailedAt is null;

    public bool CanBeSentAgain => Text.Length > 0 && !(IsWaiting && Tries == 0);

    public void SendAgain(DateTimeOffset now)
    {
        // A mailbox that has it already would take a letter of the same name for a double, and hide it.
        if (SentAt is not null)
            MessageId = "";
        (SentAt, FailedAt, Problem, Tries, DueAt) = (null, null, null, 0, now);
    }
}

sealed class QueuedLetterConfiguration : IEntityTypeConfiguration<QueuedLetter>
{
    public void Configure(EntityTypeBuilder<QueuedLetter> letter)
    {
        letter.ToTable("letters");
        letter.HasIndex(l => l.Key).IsUnique();
        letter
            .HasIndex(l => l.DueAt)
            .HasFilter("sent_at is null and failed_at is null")
            .HasDatabaseName("letters_waiting");
        letter.HasIndex(l => l.At);
    }
}
