namespace StaffDashboard.Web.Live;

/// <summary>How often one person calls the hub from all open tabs together; each socket has a limit of its own beside it.</summary>
public sealed class HubCallRateLimiter(int atOnce = HubCallRateLimiter.Usual)
    : KeyedRateLimiter<Guid>(atOnce, again: 20, TimeSpan.FromSeconds(1))
{
    const int Usual = 240;
}
