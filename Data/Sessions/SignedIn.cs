using StaffDashboard.Data.Users;

namespace StaffDashboard.Data.Sessions;

public sealed record SignedIn(
    Guid SessionId,
    Guid UserId,
    string Name,
    string Email,
    UserRole Role,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastSeenAt,
    DateTimeOffset ExpiresAt
);
