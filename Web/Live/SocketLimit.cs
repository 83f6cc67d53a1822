namespace StaffDashboard.Web.Live;

/// <summary>
/// How many sockets one person may have open on this node. A browser holds one for all its tabs, and a second while it
/// tries a better way; without a limit one session could fill the memory with them.
/// </summary>
public sealed record SocketLimit(int OfOne = SocketLimit.Usual)
{
    internal const int Usual = 50;
}
