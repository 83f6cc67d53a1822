using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Measures.Browsers;

/// <summary>How many events of one person are written down: each stays for a month, and nobody is to fill the disk with them.</summary>
sealed class EventRateLimiter()
    : KeyedRateLimiter<Guid>(AtOnce, again: 20, TimeSpan.FromSeconds(100))
{
    internal const int AtOnce = 2_000;
}
