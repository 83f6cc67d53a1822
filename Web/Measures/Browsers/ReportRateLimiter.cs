using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Measures.Browsers;

/// <summary>How often one person may report, wherever signed in: some open tabs, somebody who clicks quickly, and no more.</summary>
sealed class ReportRateLimiter()
    : KeyedRateLimiter<Guid>(AtOnce, again: 10, TimeSpan.FromSeconds(10))
{
    internal const int AtOnce = 60;
}
