using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Users;

public class User : IdentityUser<Guid>
{
    public static readonly ChoiceList Choices = new(
        "users",
        (office, stop) =>
            office
                .Users.AsNoTracking()
                .Select(u => new { u.Id, u.Name })
                .ToDictionaryAsync(u => u.Id, u => u.Name, stop)
    )
    {
        IsWatchedByAll = false,
    };

    /// <summary>Who signs in here, by the address they do it with.</summary>
    public static readonly ChoiceList ByEmail = new(
        "users",
        (office, stop) =>
            office
                .Users.AsNoTracking()
                .Select(u => new { u.Id, u.Email })
                .ToDictionaryAsync(u => u.Id, u => u.Email!, stop)
    )
    {
        IsWatchedByAll = false,
    };

    public User() => Id = Guid.CreateVersion7();

    public string Name { get; set; } = "";
    public UserRole Role { get; set; }
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset? DisabledAt { get; private set; }

    public bool IsDisabled => DisabledAt is not null;

    /// <summary>Has not yet followed the link and chosen a password.</summary>
    public bool IsInvited => PasswordHash is null;

    public void Disable(TimeProvider clock)
    {
        if (IsDisabled)
            return;
        DisabledAt = clock.GetUtcNow();
        EndAllSessions();
    }

    public void Enable() => DisabledAt = null;

    /// <summary>A session is good only under the stamp it was opened with.</summary>
    public void EndAllSessions() => SecurityStamp = Guid.CreateVersion7().ToString("N");
}
