namespace StaffDashboard.Web.Live;

/// <summary>How often one person calls the hub from all open tabs together; each socket has its own allowance beside it.</summary>
public sealed class CallAllowance(int atOnce = CallAllowance.Usual)
    : PersonAllowance(atOnce, again: 20, TimeSpan.FromSeconds(1))
{
    const int Usual = 240;
}
