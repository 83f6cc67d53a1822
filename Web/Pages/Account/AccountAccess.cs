using Microsoft.AspNetCore.Mvc.ApplicationModels;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Account;

static class AccountAccess
{
    public static void Guard(PageConventionCollection pages) =>
        pages.AllowAnonymousToPage("/Account/SignIn");

    /// <summary>One's own settings and sessions, nobody else's.</summary>
    public static TopicRules Allow(TopicRules topics) =>
        topics
            .Allow("settings:{id}", (viewer, key) => key == viewer.Id?.ToString())
            .Allow("sessions:{id}", (viewer, key) => key == viewer.Id?.ToString())
            .Allow("user:{id}", (viewer, key) => key == viewer.Id?.ToString());
}
