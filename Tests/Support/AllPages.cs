using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Access.Passwords;

namespace StaffDashboard.Tests.Support;

/// <summary>One address of every page that an Admin can open, for tests that look at all of them.</summary>
static class AllPages
{
    /// <summary>No address opens it: it stands before a form that cannot be undone, here that of erasing somebody.</summary>
    internal static async Task<HttpResponseMessage> ConfirmPasswordAsync(
        OfficeApp app,
        Visitor admin,
        Employee person
    )
    {
        app.Clock.Advance(PasswordConfirmation.Lifetime + TimeSpan.FromSeconds(1));
        return await admin.PostAsync($"/team/{person.Id}/erase", ("Confirmation", person.Name));
    }

    internal static IEnumerable<string> Of(Employee person) =>
        [
            "/team",
            "/team?q=nobody-has-this-name",
            "/team/print",
            "/team/new",
            $"/team/{person.Id}",
            $"/team/{person.Id}/contact",
            $"/team/{person.Id}/work",
            $"/team/{person.Id}/hours",
            $"/team/{person.Id}/notes",
            $"/team/{person.Id}/account",
            $"/team/{person.Id}/history",
            $"/team/{person.Id}/erase",
            "/team/import",
            "/clients",
            "/clients?kind=Person",
            "/clients/new",
            "/clients/print",
            "/clients/import",
            "/account",
            "/account/sign-out",
            "/admin/users",
            "/admin/work-roles",
            "/admin/alerts",
            "/admin/alerts/rules",
            "/admin/alerts/rules?edit=errors",
            "/admin/alerts/silences",
            "/admin/switches",
            "/admin/switches?edit=queue",
            "/admin/audit",
            "/admin/sync-health",
            "/admin/sync-health?period=30d&figure=errors&q=nobody",
            "/admin/outbox",
            "/admin/jobs",
            "/admin/reports",
            "/admin/reports/preview",
            "/admin/problems",
            "/admin/problems?state=solved",
            "/problems",
            "/account/problems",
            "/reports/confirm",
            "/reports/unsubscribe",
            "/find?q=ami",
            "/here",
            "/offline",
        ];
}
