using FluentValidation;

namespace StaffDashboard.Web.Measures.Browsers;

/// <summary>What a report may say. Whoever sends it is signed in, and may be anything but a browser.</summary>
sealed class ReportRules : AbstractValidator<Report>
{
    internal const int MostMinutes = 60;
    internal const int MostEvents = 240;
    internal const int MostFigures = 40;
    internal const int MostValues = 200;
    internal const int MostOfOne = 10_000;

    internal static readonly TimeSpan Oldest = TimeSpan.FromHours(6);

    internal static readonly string[] Kinds =
    [
        "opened",
        "state",
        "reconnected",
        "failed",
        "conflict",
        "rolled-back",
        "retry",
        "failed-swap",
        "refresh",
    ];

    static readonly string[] Transports =
    [
        "",
        "WebSockets",
        "ServerSentEvents",
        "LongPolling",
        "Polling",
    ];

    public ReportRules()
    {
        RuleFor(report => report.Id).NotEmpty();
        RuleFor(report => report.Browser).NotEmpty();
        RuleFor(report => report.Page).Must(IsPage).WithName("Page");
        RuleFor(report => report.Minutes).Must(minutes => minutes is { Length: <= MostMinutes });
        RuleForEach(report => report.Minutes).Must(IsMinute);
        RuleFor(report => report.Events).Must(events => events is { Length: <= MostEvents });
        RuleForEach(report => report.Events).Must(IsEvent);
    }

    static bool IsPage(ReportedPage page) =>
        page is { Path: ['/', ..] and { Length: <= 200 }, Version: { Length: <= 40 } }
        && BrowserFigure.States.Contains(page.State, StringComparer.Ordinal)
        && Transports.Contains(page.Transport, StringComparer.Ordinal)
        && IsWithin(page.Opened, TimeSpan.FromDays(60).TotalMilliseconds)
        && IsWithin(page.Latency ?? 0, 3_600_000)
        && IsWithin(page.Oldest ?? 0, TimeSpan.FromDays(60).TotalMilliseconds)
        && page.Waiting is >= 0 and <= MostOfOne;

    static bool IsMinute(ReportedMinute minute) =>
        minute is { Figures.Length: <= MostFigures }
        && IsWithin(minute.Age, Oldest.TotalMilliseconds)
        && Array.TrueForAll(minute.Figures, IsFigure);

    static bool IsFigure(ReportedFigure figure) =>
        BrowserFigure.Find(figure?.Name) is { } known
        && known.Labels.Contains(figure!.Label, StringComparer.Ordinal)
        && (
            known.IsCounted
                ? figure is { Values: null, Count: > 0 and <= MostOfOne }
                : figure is { Count: null, Values.Length: > 0 and <= MostValues }
                    && Array.TrueForAll(figure.Values, value => IsWithin(value, known.Most))
        );

    static bool IsEvent(ReportedEvent told) =>
        told is { Detail: { Length: <= 100 } }
        && Kinds.Contains(told.Kind, StringComparer.Ordinal)
        && IsWithin(told.Age, Oldest.TotalMilliseconds)
        && IsWithin(told.Ms ?? 0, 24 * 3_600_000);

    static bool IsWithin(double value, double most) =>
        double.IsFinite(value) && value >= 0 && value <= most;
}
