namespace StaffDashboard.Data.Records;

/// <summary>What every record of a list has; the database keeps what has no setter for others.</summary>
public abstract class Record : IListed
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string Name { get; set; } = "";
    public DateTimeOffset? ArchivedAt { get; private set; }
    public DateTimeOffset? ErasedAt { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset UpdatedAt { get; private set; }
    public uint Version { get; private set; }
    public string NameKey { get; private set; } = "";
    public string Search { get; private set; } = "";

    public bool IsArchived => ArchivedAt is not null;

    public void Archive(TimeProvider clock) => ArchivedAt ??= clock.GetUtcNow();

    public void Restore() => ArchivedAt = null;
}
