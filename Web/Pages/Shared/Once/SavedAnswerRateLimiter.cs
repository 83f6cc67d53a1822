using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Shared.Once;

/// <summary>
/// How many kilobytes of answers of one person are kept: each stays for a week, and nobody is to fill the disk with
/// them. Of what goes beyond it is only known that it was saved.
/// </summary>
sealed class SavedAnswerRateLimiter()
    : KeyedRateLimiter<Guid>(AtOnce, again: 1024, TimeSpan.FromMinutes(15))
{
    internal const int AtOnce = 16 * 1024;

    internal bool Covers(Guid person, KeptAnswer answer) =>
        Take(person, 1 + answer.Body.Length / 1024);
}
