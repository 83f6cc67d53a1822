namespace StaffDashboard.Web.Pages.Account;

static class MailedLinks
{
    /// <summary>
    /// Where the office is reached from outside. Set it in StaffDashboard__PublicAddress: the request's own host
    /// is whatever the one who asks writes there.
    /// </summary>
    public static Uri BaseOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IConfiguration>()["StaffDashboard:PublicAddress"]
            is { Length: > 0 } set
            ? new Uri(set)
            : new Uri($"{context.Request.Scheme}://{context.Request.Host}");
}
