namespace StaffDashboard.Web.Pages.Shared.Requests;

/// <summary>What is checked of a request before a page sees it.</summary>
static class RequestChecks
{
    /// <summary>After routing, before anybody reads the address.</summary>
    public static void UseAddressText(this WebApplication app) => app.UseMiddleware<AddressText>();

    /// <summary>After signing in is asked for: who may not see a page is not told what it takes.</summary>
    public static void UsePageForms(this WebApplication app)
    {
        app.UseMiddleware<PageMethods>();
        app.UseMiddleware<PageForms>();
    }
}
