namespace StaffDashboard.Web.Live;

/// <summary>
/// The server cannot see into a window: what a browser says of it may be invented. One person is listened to once in a
/// while, so that they crowd out nobody else's findings. That it is well again follows within seconds, and has a turn of
/// its own.
/// </summary>
sealed class ClientCheckRateLimiter(int atOnce = 1)
    : KeyedRateLimiter<(Guid Person, bool IsHealed)>(atOnce, again: 1, TimeSpan.FromSeconds(30));
