using StaffDashboard.Data.Users;

namespace StaffDashboard.Data;

/// <summary>Who asks: every query is filtered for, and every change recorded as, this person.</summary>
public sealed record Viewer(Guid? Id, string Name, UserRole Role, string? RequestId)
{
    public static readonly Viewer Nobody = new(null, "", UserRole.Staff, null);

    public bool IsSignedIn => Id is not null;

    public bool IsManager => IsSignedIn && Role is UserRole.Manager or UserRole.Admin;

    public bool IsAdmin => IsSignedIn && Role is UserRole.Admin;
}
