namespace StaffDashboard.Data.Fields;

/// <summary>What may be chosen of: rows of the office's own, by id and name.</summary>
public sealed record ChoiceList(
    string Name,
    Func<Office, CancellationToken, Task<Dictionary<Guid, string>>> Read
)
{
    public bool Equals(ChoiceList? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
