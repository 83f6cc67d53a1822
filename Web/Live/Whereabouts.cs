namespace StaffDashboard.Web.Live;

/// <summary>Who has which page open. Between two pages a browser is nowhere for a moment, and has not left for that.</summary>
sealed class Whereabouts
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    static readonly TimeSpan EachWaits = TimeSpan.FromMilliseconds(50);

    // Each place that somebody comes to is told to all who look at it, and any socket may name any place.
    internal const int MostOfOne = 20;

    readonly Dictionary<(Guid Who, string Place), TimeSpan> seen = [];
    readonly Dictionary<Guid, int> count = [];
    readonly HashSet<string> changed = [];
    readonly Dictionary<string, TimeSpan> told = [];

    internal void See(IEnumerable<LiveConnection> open, TimeSpan now)
    {
        foreach (var connection in open)
        foreach (var place in connection.Places)
        {
            if (connection.Viewer.Id is not { } who)
                continue;
            if (!seen.ContainsKey((who, place)))
            {
                if (count.GetValueOrDefault(who) >= MostOfOne)
                    continue;
                count[who] = count.GetValueOrDefault(who) + 1;
                changed.Add(place);
            }
            seen[(who, place)] = now;
        }
        foreach (var (one, last) in seen)
        {
            if (now - last < Patience)
                continue;
            seen.Remove(one);
            if (--count[one.Who] == 0)
                count.Remove(one.Who);
            changed.Add(one.Place);
        }
    }

    internal List<(Guid Who, string Place)> Here(string[]? places) =>
        [.. seen.Keys.Where(one => places?.Contains(one.Place) ?? true)];

    /// <summary>The places where somebody came or left, but for those with so many that they were told just now.</summary>
    internal List<string> Due(TimeSpan now) =>
        [.. changed.Where(place => now - told.GetValueOrDefault(place) >= PauseOf(place))];

    internal IEnumerable<string> Waiting(string[]? due) => changed.Except(due ?? []);

    internal void Told(List<string> places, TimeSpan now)
    {
        changed.ExceptWith(places);
        foreach (var place in places)
            told[place] = now;
        foreach (var (place, at) in told)
            if (!changed.Contains(place) && now - at >= PauseOf(place))
                told.Remove(place);
    }

    TimeSpan PauseOf(string place) => EachWaits * seen.Keys.Count(one => one.Place == place);
}
