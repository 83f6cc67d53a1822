using System.Collections.Concurrent;

namespace StaffDashboard.Web.Measures;

/// <summary>What this node has counted and not yet written down, minute by minute.</summary>
sealed class Minutes(TimeProvider clock)
{
    // Addresses and causes are few. Should somebody make them up, memory must not grow with them.
    const int Most = 20_000;

    readonly ConcurrentDictionary<(long Minute, string Name, string Label), Tally> tallies = [];

    internal static DateTimeOffset MinuteOf(DateTimeOffset at) =>
        DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds() / 60 * 60);

    internal void Add(string name, string label, double value, bool isDistributed) =>
        Add(clock.GetUtcNow(), name, label, 1, value, isDistributed);

    /// <summary>So many times it happened; there is nothing else to say of it.</summary>
    internal void Add(string name, string label, long times) =>
        Add(clock.GetUtcNow(), name, label, times, 1, false);

    internal void Add(
        DateTimeOffset at,
        string name,
        string label,
        long times,
        double value,
        bool isDistributed
    )
    {
        if (!double.IsFinite(value) || times < 1)
            return;
        var key = (at.ToUnixTimeSeconds() / 60, name, label);
        while (true)
        {
            if (!tallies.TryGetValue(key, out var tally))
            {
                if (tallies.Count >= Most)
                    return;
                tally = tallies.GetOrAdd(key, _ => new Tally(isDistributed));
            }
            if (tally.Add(times, value))
                return;
        }
    }

    /// <summary>All minutes that are over, or really all.</summary>
    internal List<MinuteLine> Take(bool all)
    {
        var now = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        var lines = new List<MinuteLine>();
        foreach (var (key, _) in tallies)
            if ((all || key.Minute != now) && tallies.TryRemove(key, out var tally))
                lines.Add(
                    tally.Take(
                        DateTimeOffset.FromUnixTimeSeconds(key.Minute * 60),
                        key.Name,
                        key.Label
                    )
                );
        return lines;
    }
}
