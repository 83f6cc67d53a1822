namespace StaffDashboard.Web.Live;

/// <summary>How often one person calls the hub from all open tabs together; each socket has its own allowance beside it.</summary>
public sealed class HubCallRateLimiter(int atOnce = HubCallRateLimiter.Usual)
    : UserRateLimiter(atOnce, again: 20, TimeSpan.FromSeconds(1))
{
    const int Usual = 240;
}
