namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>
/// From the moment in which the commit is on its way, nobody may say any more that nothing was saved, whatever breaks
/// then: the answer to it can be lost although it was done.
/// </summary>
static class Outcome
{
    public const string Unknown = "unknown-outcome";

    public static bool IsUnknown(HttpContext context) => context.Items.ContainsKey(Unknown);

    internal static void BecomesUnknown(HttpContext context) => context.Items[Unknown] = true;

    internal static void IsRefused(HttpContext context) => context.Items.Remove(Unknown);
}
