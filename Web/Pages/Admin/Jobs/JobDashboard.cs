using Hangfire;
using Hangfire.Dashboard;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Access;
using StaffDashboard.Web.Assets;
using StaffDashboard.Web.Jobs;

namespace StaffDashboard.Web.Pages.Admin.Jobs;

/// <summary>Hangfire's own pages, for Admins; Managers only read them.</summary>
static class JobDashboard
{
    internal static void MapJobDashboard(this WebApplication app, string officeName) =>
        app.MapHangfireDashboardWithAuthorizationPolicy(
            Policies.Manager,
            JobLinks.Dashboard,
            new DashboardOptions
            {
                AppPath = JobLinks.Page,
                DashboardTitle = $"{officeName}: jobs",
                DisplayNameFunc = (_, job) => JobFilters.Of(job)?.Title ?? job.ToString(),
                DisplayStorageConnectionString = false,
                // Its own one is a data address, which our content security policy refuses.
                FaviconPath = AssetUrl.For("favicon.svg"),
                IsReadOnlyFunc = context =>
                    !context.GetHttpContext().User.IsInRole(nameof(UserRole.Admin)),
                StatsPollingInterval = 5000,
            }
        );
}
