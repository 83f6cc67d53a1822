namespace StaffDashboard.Web.Pages.Shared.Requests;

/// <summary>What is checked of a request before a page sees it.</summary>
static class RequestChecks
{
    /// <summary>After routing, before anybody reads the method or the address.</summary>
    public static void UsePlainAddress(this WebApplication app)
    {
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<AddressText>();
    }

    /// <summary>After signing in is asked for: who may not see a page is not told what it takes.</summary>
    public static void UsePageForms(this WebApplication app)
    {
        app.UseMiddleware<PageMethods>();
        app.UseMiddleware<PageForms>();
    }
}
