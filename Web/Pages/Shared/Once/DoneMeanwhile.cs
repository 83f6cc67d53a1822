namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>A twin of this request took the key while it was free for a moment, and has done what was asked.</summary>
sealed class DoneMeanwhile(Asked asked) : Exception("The same request was done by its twin.")
{
    internal Asked Asked => asked;
}
