using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Pages.Admin.Users;

static class RoleWords
{
    public static string May(this UserRole role) =>
        role switch
        {
            UserRole.Admin => "Everything, and decides who may sign in",
            UserRole.Manager =>
                "Changes everything about people, sees what they earn, imports lists",
            _ => "Sees and exports the team, changes names, phones and e-mail addresses",
        };
}
