using Microsoft.AspNetCore.Mvc.ApplicationModels;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Account;

static class AccountAccess
{
    /// <summary>What somebody needs who cannot sign in yet. Everything else here is for whoever is signed in.</summary>
    public static readonly string[] Open = ["SignIn", "Forgot", "Reset", "Invitation"];

    public static void Guard(PageConventionCollection pages)
    {
        foreach (var page in Open)
            pages.AllowAnonymousToPage($"/Account/{page}");
    }

    /// <summary>One's own settings and sessions, nobody else's.</summary>
    public static TopicRules Allow(TopicRules topics) =>
        topics
            .Allow("settings:{id}", (viewer, key) => key == viewer.Id?.ToString())
            .Allow("sessions:{id}", (viewer, key) => key == viewer.Id?.ToString())
            .Allow("user:{id}", (viewer, key) => key == viewer.Id?.ToString());
}
