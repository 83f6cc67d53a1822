using System.Collections.Concurrent;

namespace StaffDashboard.Web.Live;

/// <summary>
/// The server cannot see into a window: what a browser says of it may be invented. One person is listened to once in a
/// while, so that they crowd out nobody else's findings.
/// </summary>
sealed class ShownAllowance(TimeProvider clock)
{
    internal static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<(Guid Person, bool IsHealed), DateTimeOffset> heard = new();

    /// <summary>That it is well again is heard apart: it follows within seconds.</summary>
    internal bool Take(Guid person, bool isHealed)
    {
        var now = clock.GetUtcNow();
        var taken = false;
        heard.AddOrUpdate(
            (person, isHealed),
            _ => Taken(now),
            (_, before) => now - before >= Every ? Taken(now) : Left(before)
        );
        return taken;

        DateTimeOffset Taken(DateTimeOffset at)
        {
            taken = true;
            return at;
        }

        DateTimeOffset Left(DateTimeOffset at)
        {
            taken = false;
            return at;
        }
    }
}
