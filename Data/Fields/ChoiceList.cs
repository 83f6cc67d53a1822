namespace StaffDashboard.Data.Fields;

/// <summary>What may be chosen of: rows of the office's own, by id and name.</summary>
/// <param name="Topic">Announces that the list has changed.</param>
public sealed record ChoiceList(
    string Topic,
    Func<Office, CancellationToken, Task<Dictionary<Guid, string>>> Read
)
{
    /// <summary>Whoever sees a choice may know that the list has changed.</summary>
    public bool IsWatchedByAll { get; init; } = true;
}
