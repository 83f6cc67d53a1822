using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Pages.Admin.Users;

public sealed record UserRow(
    Guid Id,
    string Name,
    string Email,
    UserRole Role,
    string State,
    string Tone,
    DateTimeOffset CreatedAt,
    string Version
)
{
    public static UserRow Of(User user) =>
        new(
            user.Id,
            user.Name,
            user.Email!,
            user.Role,
            StateOf(user),
            user.IsDisabled ? "bad"
                : user.IsInvited ? "waiting"
                : "good",
            user.CreatedAt,
            user.ConcurrencyStamp ?? ""
        );

    static string StateOf(User user) =>
        user.IsDisabled ? "Disabled"
        : user.IsInvited ? "Invited"
        : "Active";
}
