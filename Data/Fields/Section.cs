using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Fields;

/// <summary>A part of a record's page, edited on its own, and who may do so.</summary>
public sealed record Section(
    string Name,
    UserRole Edit = UserRole.Manager,
    UserRole See = UserRole.Staff
)
{
    /// <summary>Stands in the second column where there is room for two.</summary>
    public bool IsAside { get; init; }

    /// <summary>In addresses and within a sentence.</summary>
    public string Word { get; } = Name.ToLowerInvariant();

    public bool MayBeSeenBy(Viewer viewer) => viewer.IsSignedIn && viewer.Role >= See;

    public bool MayBeEditedBy(Viewer viewer) => viewer.IsSignedIn && viewer.Role >= Edit;

    public override string ToString() => Name;
}
