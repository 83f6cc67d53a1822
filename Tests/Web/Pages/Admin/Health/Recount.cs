namespace StaffDashboard.Tests.Web.Pages.Admin.Health;

/// <summary>How a test counts one figure of the page by itself, out of single values.</summary>
sealed record Recount(
    string[] Names,
    Func<Samples, double?> Value,
    params (string Line, Func<Samples, double?> Value)[] Lines
)
{
    const double Megabyte = 1048576;

    /// <summary>1 when more of it is better, -1 when less, 0 when neither.</summary>
    internal int Better { get; init; } = -1;

    /// <summary>A step without any is nought; of others it is not known.</summary>
    internal bool IsAlwaysKnown { get; init; }

    /// <summary>By the key of the figure. A figure without a line here is not counted by any test.</summary>
    internal static readonly Dictionary<string, Recount> All = new(StringComparer.Ordinal)
    {
        ["connections"] = new(
            ["connections"],
            s => s.Mean("connections"),
            ("direct line", s => s.Mean("connections", "websockets")),
            ("long polling", s => s.Mean("connections", "long-polling"))
        )
        {
            Better = 0,
        },
        ["seen"] = Latency("sync.seen"),
        ["confirmed"] = Latency("sync.confirmed"),
        ["success"] = new(
            ["sync.confirmed", "sync.failed"],
            s => s.Tell("sync.confirmed", "sync.failed") ? 100 - FailedShare(s) : null
        )
        {
            Better = 1,
        },
        ["errors"] = new(
            ["sync.confirmed", "sync.failed"],
            Failed,
            ("Lost connection", s => s.Count("sync.failed", "line")),
            ("Server fault", s => s.Count("sync.failed", "fault"))
        ),
        ["live"] = new(
            ["sync.state"],
            s => Seconds(s, "live"),
            ("Live", s => Seconds(s, "live")),
            ("Slow line", s => Seconds(s, "poor")),
            ("Offline", s => Seconds(s, "offline"))
        )
        {
            Better = 1,
        },
        ["reconnects"] = Times("sync.reconnect"),
        ["retries"] = Times("sync.retry"),
        ["conflicts"] = Times("sync.conflict"),
        ["rollbacks"] = Times("sync.rolled-back"),
        ["refreshes"] = Times("sync.refresh"),
        ["waiting"] = new(["sync.queue", "sync.queue-age"], s => s.Most("sync.queue")),
        ["contradictions"] = Times(SampledOffice.Contradiction) with { IsAlwaysKnown = true },
        ["failed-swaps"] = Times("sync.failed-swap"),
        ["lag"] = Latency("lag"),
        ["answers"] = Latency("answer"),
        ["failed-requests"] = new(
            ["request.error", "answer"],
            s => s.Count("request.error"),
            ("Not accepted", s => s.Count("request.error", "validation")),
            ("No longer there", s => s.Count("request.error", "gone"))
        ),
        ["queries"] = Level("answer.queries", null, 1),
        ["database"] = Level("answer.database", null, 1),
        ["cache"] = new(
            ["fragment"],
            s => s.Share("fragment", "hit", (all, name, label) => all.Count(name, label))
        )
        {
            Better = 1,
        },
        ["pool"] = Level("pool", "busy", 1) with { Better = 0 },
        ["memory"] = Level("memory", null, Megabyte) with { Better = 0 },
        ["collections"] = new(
            ["gc"],
            s => s.Count("gc"),
            ("Gen 0", s => s.Count("gc", "gen0")),
            ("Gen 1", s => s.Count("gc", "gen1")),
            ("Gen 2", s => s.Count("gc", "gen2"))
        )
        {
            Better = 0,
        },
        ["mail"] = new(
            ["mail"],
            s => s.Count("mail", "sent"),
            ("Sent", s => s.Count("mail", "sent")),
            ("Not sent", s => s.Count("mail", "failed"))
        )
        {
            Better = 0,
        },
        ["refused-sign-ins"] = Times("sign-in.refused"),
    };

    static Recount Times(string name) => new([name], s => s.Count(name));

    static Recount Latency(string name) =>
        new(
            [name],
            s => s.Within(name, 0.95),
            ("Half within", s => s.Within(name, 0.5)),
            ("95 % within", s => s.Within(name, 0.95)),
            ("99 % within", s => s.Within(name, 0.99))
        );

    static Recount Level(string name, string? label, double scale) =>
        new(
            [name],
            s => s.Mean(name, label) / scale,
            ("On average", s => s.Mean(name, label) / scale),
            ("At most", s => s.Most(name, label) / scale)
        );

    // What was mistyped is no failed save.
    static double? Failed(Samples s) =>
        s.Count("sync.failed", "line") + s.Count("sync.failed", "fault");

    static double? FailedShare(Samples s) =>
        100.0 * Failed(s) / (Failed(s) + s.Count("sync.confirmed"));

    static double? Seconds(Samples s, string state) =>
        s.Share("sync.state", state, (all, name, label) => all.Sum(name, label));
}
