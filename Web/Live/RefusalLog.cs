namespace StaffDashboard.Web.Live;

/// <summary>Whoever is refused again and again fills no disk with it: so many lines a minute for each of them.</summary>
public sealed class RefusalLog : IDisposable
{
    internal const int AMinute = 10;

    readonly Lines lines = new(AMinute);
    readonly Lines firsts = new(1);

    public bool HasRoomFor(string who) => lines.Take(who);

    /// <summary>Of what comes again and again in the same words: once a minute.</summary>
    public bool IsFirst(string who) => firsts.Take(who);

    public void Dispose()
    {
        lines.Dispose();
        firsts.Dispose();
    }

    sealed class Lines(int most) : KeyedRateLimiter<string>(most, most, TimeSpan.FromMinutes(1));
}
