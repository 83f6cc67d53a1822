using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using StaffDashboard.Web.Pages.Shared.Requests;

namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>Which signed-in forms are not answered from memory, and why. All others are.</summary>
static class Exempt
{
    static readonly Dictionary<string, string> Pages = new(StringComparer.Ordinal)
    {
        ["/Account/SignIn"] = "whoever signs in is nobody yet",
        ["/Account/SignOut"] = "whoever signed out is nobody any more; twice is once",
        ["/Account/Invitation"] = "signs in",
        ["/Account/Forgot"] = "sends a letter to nobody who is signed in",
        ["/Account/Reset"] = "signs in",
        ["/Account/Password"] =
            "no trace of a password is kept, not even its hash; and it signs in",
        ["/Error"] = "says what became of another request",
    };

    static readonly Dictionary<(string Page, string Handler), string> Handlers = new()
    {
        [("/Account/Sessions", "Everywhere")] = "signs out; twice is once",
    };

    /// <summary>Whoever is not in knows that, whatever was stored of the try.</summary>
    public static bool IsHarmless(ActionDescriptor action) =>
        action is PageActionDescriptor { ViewEnginePath: "/Account/SignIn" };

    public static bool Covers(ActionDescriptor action, HttpRequest request) =>
        action is not PageActionDescriptor page
        // Up to 64 MB; the list that it makes is looked at first.
        || page.EndpointMetadata.OfType<StreamedBodyAttribute>().Any()
        || Pages.ContainsKey(page.ViewEnginePath)
        || Handlers.ContainsKey((page.ViewEnginePath, request.Query["handler"].ToString()));
}
