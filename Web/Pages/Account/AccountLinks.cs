namespace StaffDashboard.Web.Pages.Account;

public static class AccountLinks
{
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
}
