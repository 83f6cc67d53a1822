using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using StaffDashboard.Data.Jobs;

namespace StaffDashboard.Web.Pages.Admin.Jobs;

public static class JobLinks
{
    public const string Page = "/admin/jobs";
    public const string Order = Page + "?handler=Order";
    public const string Lines = Page + "?part=lines";

    /// <summary>Hangfire's own pages: history, retries, servers.</summary>
    public const string Dashboard = Page + "/dashboard";

    public static string Undo(JobWish wish, string job) =>
        QueryHelpers.AddQueryString(Order, "order", Wish(wish, job));

    /// <summary>What a button asks for, in one value.</summary>
    public static string Wish(JobWish wish, string job) =>
        string.Create(CultureInfo.InvariantCulture, $"{wish} {job}");
}
