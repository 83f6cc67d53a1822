namespace StaffDashboard.Data.Records;

/// <summary>Whose values were put back, and whose had changed since.</summary>
public sealed class PutBackResult
{
    readonly HashSet<IRecord> done = [];
    readonly HashSet<IRecord> archived = [];
    readonly HashSet<IRecord> kept = [];

    public IReadOnlyCollection<IRecord> Done => done;

    /// <summary>More than is put back at one press: nothing was.</summary>
    public bool IsTooMuch { get; init; }

    /// <summary>What had been added.</summary>
    public IReadOnlyCollection<IRecord> Archived => archived;
    public IReadOnlyCollection<IRecord> Kept => kept;

    public bool HasAny => done.Count + archived.Count > 0;

    internal void AddArchived(IRecord record) => archived.Add(record);

    internal void Add(IRecord record, int putBack, int asked)
    {
        if (putBack > 0)
            done.Add(record);
        if (putBack < asked)
            kept.Add(record);
    }
}
