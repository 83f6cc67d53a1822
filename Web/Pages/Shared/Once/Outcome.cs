namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>
/// From the moment in which the commit is on its way, nobody may say any more that nothing was saved, whatever breaks
/// then: the answer to it can be lost although it was done. Without a key that moment is the beginning.
/// </summary>
static class Outcome
{
    public const string Unknown = "unknown-outcome";

    /// <summary>Nor will a repeat tell: it would do it again.</summary>
    public const string Unsettled = "maybe-saved";

    /// <summary>The cause to be named if something breaks now; null while nothing can have been saved.</summary>
    public static string? CauseOf(HttpContext context) => context.Items[typeof(Outcome)] as string;

    internal static void BecomesUnknown(HttpContext context) =>
        context.Items[typeof(Outcome)] = Unknown;

    internal static void CannotBeSettled(HttpContext context) =>
        context.Items[typeof(Outcome)] = Unsettled;

    internal static void IsRefused(HttpContext context) => context.Items.Remove(typeof(Outcome));
}
