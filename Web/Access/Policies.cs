namespace StaffDashboard.Web.Access;

public static class Policies
{
    public const string Manager = "Manager";
    public const string Admin = "Admin";
}
