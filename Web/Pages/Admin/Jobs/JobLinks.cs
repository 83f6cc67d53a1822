using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using StaffDashboard.Data.Jobs;

namespace StaffDashboard.Web.Pages.Admin.Jobs;

public static class JobLinks
{
    public const string Page = "/admin/jobs";
    public const string Order = Page + "?handler=Order";
    public const string Lines = Page + "?part=lines";
    public const string Nodes = Page + "?part=nodes";

    /// <summary>The runs of one job; such as alarms and the sync health page lead there.</summary>
    public static string Of(string job) => QueryHelpers.AddQueryString(Page, "job", job);

    public static string Undo(JobWish wish, string job) =>
        QueryHelpers.AddQueryString(Order, "order", Wish(wish, job));

    /// <summary>What a button asks for, in one value.</summary>
    public static string Wish(JobWish wish, string job, Guid? run = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{wish} {job} {run}").TrimEnd();
}
