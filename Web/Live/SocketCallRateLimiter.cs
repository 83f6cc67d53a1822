namespace StaffDashboard.Web.Live;

/// <summary>How often one socket calls the hub, by its connection id.</summary>
public sealed class SocketCallRateLimiter()
    : KeyedRateLimiter<string>(atOnce: 60, again: 5, TimeSpan.FromSeconds(1));
