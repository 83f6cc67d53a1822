using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Users;

public static class UserFields
{
    public static readonly Field<User> Role = new(
        "Role",
        "role",
        "Role",
        new Section("Role", UserRole.Admin, UserRole.Admin),
        new EnumType<UserRole>(role => role.ToString()) { AskedAs = Control.Radios },
        u => u.Role.ToString(),
        (u, v) => u.Role = Enum.Parse<UserRole>(v)
    );
}
