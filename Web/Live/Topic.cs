namespace StaffDashboard.Web.Live;

public static class Topic
{
    public const int MaxLength = 100;

    /// <summary>What the database can hold, and a log can show: no control characters, no half ones.</summary>
    internal static bool IsText(string topic) =>
        topic.All(c => !char.IsControl(c) && !char.IsSurrogate(c));

    /// <summary>person:* for person:{id}: whoever watches one is told when many change at once.</summary>
    public static string? CollectiveOf(string topic)
    {
        var colon = topic.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : topic[..(colon + 1)] + "*";
    }

    /// <summary>Every name under which a watcher of this topic is told.</summary>
    public static IEnumerable<string> NamesOf(string topic) =>
        CollectiveOf(topic) is { } collective ? [topic, collective] : [topic];
}
