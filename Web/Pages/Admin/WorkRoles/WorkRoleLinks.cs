namespace StaffDashboard.Web.Pages.Admin.WorkRoles;

public static class WorkRoleLinks
{
    public const string List = "/admin/work-roles";
    public const string Fragment = List + "?part=list";
    public const string PutBack = List + "?handler=PutBack";

    public static string Edit(Guid id) => $"{List}?edit={id}";

    public static string Remove(Guid id) => Edit(id) + "&handler=Remove";
}
