namespace StaffDashboard.Web.Pages.Admin.Switches;

public static class SwitchLinks
{
    public const string List = "/admin/switches";
    public const string PutBack = List + "?handler=PutBack";
    public const string Fragment = List + "?part=list";

    public static string Edit(string name) => $"{List}?edit={name}";
}
