using StaffDashboard.Data;

namespace StaffDashboard.Web.Live;

/// <summary>Who may watch what; one of them is registered with the rules of all features. A topic without a rule is refused.</summary>
public sealed class TopicRules
{
    readonly Dictionary<string, Func<Viewer, string, bool>> rules = [];

    /// <summary>Pattern: "team", or "person:{id}", whose rule is given the id as its key.</summary>
    public TopicRules Allow(string pattern, Func<Viewer, string, bool> mayWatch)
    {
        rules.Add(KindOf(pattern).Kind, mayWatch);
        return this;
    }

    public bool MayWatch(Viewer viewer, string topic)
    {
        var (kind, key) = KindOf(topic);
        return topic.Length <= Topic.MaxLength
            && Topic.IsText(topic)
            && key is not ("" or "*")
            && rules.TryGetValue(kind, out var mayWatch)
            && mayWatch(viewer, key ?? "");
    }

    static (string Kind, string? Key) KindOf(string topic)
    {
        var colon = topic.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (topic, null) : (topic[..(colon + 1)], topic[(colon + 1)..]);
    }
}
