using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>What the names of measured things are in words.</summary>
static class HealthWords
{
    static readonly Dictionary<string, (string Word, string Tone)> States = new(
        StringComparer.Ordinal
    )
    {
        ["live"] = ("Live", "good"),
        ["connecting"] = ("Connecting", "waiting"),
        ["poor"] = ("Slow line", "waiting"),
        ["polling"] = ("Every 15 seconds", "waiting"),
        ["offline"] = ("Offline", "attention"),
        ["silent"] = ("Silent", ""),
        ["signed-out"] = ("Needs to sign in", "waiting"),
        ["outdated"] = ("Old version", "waiting"),
        [Away] = ("Away", ""),
    };

    static readonly Dictionary<string, string> Causes = new(StringComparer.Ordinal)
    {
        [""] = "All kinds",
        ["line"] = "Lost connection",
        ["time-out"] = "Time-out",
        ["validation"] = "Not accepted",
        ["conflict"] = "Conflict",
        ["gone"] = "No longer there",
        ["forbidden"] = "Not allowed",
        ["too-many"] = "Too many requests",
        ["signed-out"] = "Signed out",
        ["fault"] = "Server fault",
        ["database"] = "Database away",
        ["unknown-outcome"] = "Answer to a save lost",
        ["maybe-saved"] = "Answer to a save lost for good",
        ["line-poisoned"] = "Set aside",
    };

    static readonly Dictionary<string, string> Transports = new(StringComparer.OrdinalIgnoreCase)
    {
        ["websockets"] = "direct line",
        ["ServerSentEvents"] = "server events",
        ["LongPolling"] = "long polling",
        ["long-polling"] = "long polling",
        ["polling"] = "asking every 15 seconds",
        [""] = "no line yet",
    };

    static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["state"] = "Connection",
        ["reconnected"] = "Back on the line",
        ["failed-swap"] = "A section was not drawn",
        ["failed"] = "A save failed",
        ["retry"] = "Sent again",
        ["rolled-back"] = "Taken back",
        ["conflict"] = "Two people changed the same",
        ["refresh"] = "Refreshed by hand",
        ["opened"] = "Opened a page",
    };

    static readonly Dictionary<string, string> Others = new(StringComparer.Ordinal)
    {
        ["gen0"] = "Gen 0",
        ["gen1"] = "Gen 1",
        ["gen2"] = "Gen 2",
        ["sent"] = "Sent",
        ["failed"] = "Not sent",
    };

    public const string Away = "away";

    public static string State(string? state) => Known(States, state ?? Away)?.Word ?? state!;

    public static string Tone(string? state) => Known(States, state ?? Away)?.Tone ?? "waiting";

    public static string? Meaning(string? state) =>
        state == "silent"
            ? "No word for two and a half minutes: put away, shut, or without a line"
            : null;

    public static string Transport(string transport) =>
        Transports.GetValueOrDefault(transport, transport);

    public static string Kind(string kind) => Kinds.GetValueOrDefault(kind, kind);

    /// <summary>What stands behind the kind: a state, a cause, the name of an action.</summary>
    public static string Detail(string kind, string detail) =>
        kind switch
        {
            "state" => State(detail),
            "failed" or "rolled-back" => Causes.GetValueOrDefault(detail, detail),
            _ => detail,
        };

    public static IEnumerable<string> AllKinds => Kinds.Keys;

    public static string Label(string name, string label) =>
        name switch
        {
            Figure.State => State(label),
            Figure.Connections => Transport(label),
            Figure.Failed or Figure.RequestError => Causes.GetValueOrDefault(label, "Another kind"),
            _ => Others.GetValueOrDefault(label, label),
        };

    /// <summary>The most frequent kinds, each with its share: "Not accepted 2 % · Lost connection 1 %".</summary>
    public static string Shares(Totals totals, string name, long all, params string[] except) =>
        string.Join(
            " · ",
            totals
                .ByLabel(name)
                .Where(kind => !except.Contains(kind.Label))
                .Take(3)
                .Select(kind =>
                    $"{Label(name, kind.Label)} {Amount.Of(100.0 * kind.Reading.Count / all, "%")}"
                )
        )
            is { Length: > 0 } kinds
            ? kinds
            : "none";

    static (string Word, string Tone)? Known(
        Dictionary<string, (string, string)> words,
        string key
    ) => words.TryGetValue(key, out var known) ? known : null;
}
