using System.Globalization;

namespace StaffDashboard.Web.Pages.Account;

public static class AccountLinks
{
    public const string SignIn = "/account/sign-in";
    public const string SignOut = "/account/sign-out";
    public const string Forgot = "/account/forgot";
    public const string Own = "/account";
    public const string Password = "/account/password";
    public const string Sessions = "/account/sessions";
    public const string SessionsPart = Sessions + "?part=list";

    public static string Reset(Guid user, string token) => Mailed("reset", user, token);

    public static string Invitation(Guid user, string token) => Mailed("invitation", user, token);

    static string Mailed(string page, Guid user, string token) =>
        string.Create(CultureInfo.InvariantCulture, $"/account/{page}?user={user}&token={token}");
}
