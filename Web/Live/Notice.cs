namespace StaffDashboard.Web.Live;

/// <summary>What is told: names only. By and origin are null when several had a hand in it.</summary>
public sealed record Notice(string Topic, string? By, string? Origin)
{
    /// <summary>Everything may have changed: the log could not be followed without a gap.</summary>
    public static readonly Notice Everything = new("*", null, null);

    /// <summary>Something was erased for good: nothing that was shown before may be shown again.</summary>
    public const string Erasure = "erasure";

    /// <summary>When the first of the changes was made: how long has this been true without being seen?</summary>
    public DateTimeOffset At { get; init; }

    public static List<Notice> Fold(IReadOnlyCollection<Change> changes) =>
        [
            .. changes
                .SelectMany(change => change.Topics.Distinct(), (change, topic) => (change, topic))
                .GroupBy(
                    each => each.topic,
                    each => each.change,
                    (topic, rows) => Of(topic, [.. rows])
                ),
        ];

    static Notice Of(string topic, Change[] rows) =>
        new(topic, Shared(rows, row => row.By), Shared(rows, row => row.Origin))
        {
            At = rows.Min(row => row.At),
        };

    static string? Shared(Change[] rows, Func<Change, string?> of) =>
        Array.TrueForAll(rows, row => of(row) == of(rows[0])) ? of(rows[0]) : null;
}
