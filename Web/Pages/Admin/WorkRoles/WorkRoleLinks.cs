namespace StaffDashboard.Web.Pages.Admin.WorkRoles;

public static class WorkRoleLinks
{
    public const string List = "/admin/work-roles";
    public const string Fragment = List + "?part=list";
    public const string PutBack = List + "?handler=PutBack";
    public const string Remove = List + "?handler=Remove";

    public static string Edit(Guid id) => $"{List}?edit={id}";
}
