using StaffDashboard.Data.Users;

namespace StaffDashboard.Data;

/// <summary>Who asks: every query is filtered for, and every change recorded as, this person.</summary>
public sealed record Viewer(Guid? Id, string Name, UserRole Role, string? RequestId)
{
    public static readonly Viewer Nobody = new(null, "", UserRole.Staff, null);

    /// <summary>The program itself, at work that nobody asked for: it sees what a Manager sees and signs with its name.</summary>
    public static readonly Viewer Program = new(null, "StaffDashboard", UserRole.Staff, null)
    {
        IsProgram = true,
    };

    /// <summary>Whoever may see the same: what is drawn for them is nobody's in particular.</summary>
    public Viewer OfSameRole() =>
        this with
        {
            Id = Id is null ? null : Guid.Empty,
            Name = "",
            RequestId = null,
        };

    public bool IsProgram { get; private init; }

    public bool IsSignedIn => Id is not null;

    public bool SeesEverybody => IsManager || IsProgram;

    public bool IsManager => IsSignedIn && Role is UserRole.Manager or UserRole.Admin;

    public bool IsAdmin => IsSignedIn && Role is UserRole.Admin;
}
