using StaffDashboard.Data;
using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>One figure in short: its value, what to know about it, how it was before, and its course.</summary>
public sealed record HealthTile(
    HealthFigure Figure,
    Amount Value,
    string Note,
    Change? Change,
    IReadOnlyList<double?> Course
)
{
    /// <summary>95 of 100 lie within the value.</summary>
    public bool IsShare { get; init; }

    public static IReadOnlyList<HealthTile> Of(HealthView view, Period period)
    {
        var steps = WholeSteps(view.Now, period.Until(view.At), period);
        return [.. HealthFigures.All.Select(figure => Of(figure, view, period, steps))];
    }

    /// <summary>Of one person no distribution is kept: the mean stands for it. What waits is what waits now.</summary>
    public static IReadOnlyList<HealthTile> OfPerson(
        PersonReading person,
        DateTimeOffset at,
        Totals now,
        Totals before,
        Stretch stretch,
        Period period
    )
    {
        var steps = WholeSteps(now, stretch, period);
        return
        [
            .. HealthFigures
                .All.Where(figure => figure.IsPersonal)
                .Select(figure => new HealthTile(
                    figure,
                    Amount.Of(
                        figure == HealthFigures.Waiting ? person.Waiting
                            : now.IsEmpty ? null
                            : figure.Value(now),
                        figure.Unit
                    ),
                    figure == HealthFigures.Waiting
                        ? WaitingNote(person.OldestWaiting, at)
                        : figure.What,
                    ChangeOf(figure, now, before, period),
                    CourseOf(figure, steps)
                )),
        ];
    }

    static Change? ChangeOf(HealthFigure figure, Totals now, Totals before, Period period)
    {
        var value = now.IsEmpty ? null : figure.Value(now);
        var change = Change.Of(figure, value, before.IsEmpty ? null : figure.Value(before), period);
        return figure == HealthFigures.Waiting ? Most(value, change) : change;
    }

    static string WaitingNote(DateTimeOffset? oldest, DateTimeOffset now) =>
        oldest is { } since ? $"the oldest for {DurationText.Rough(now - since)}" : "nothing waits";

    // The hour that has just begun would look like a collapse.
    static List<(DateTimeOffset At, Totals Totals)> WholeSteps(
        Totals totals,
        Stretch stretch,
        Period period
    ) =>
        [
            .. totals
                .Steps(stretch, period.Step)
                .Where(step => step.At + period.Step <= stretch.Until + period.Fine),
        ];

    static HealthTile Of(
        HealthFigure figure,
        HealthView view,
        Period period,
        IReadOnlyList<(DateTimeOffset At, Totals Totals)> steps
    )
    {
        if (figure == HealthFigures.Contradictions)
            return OfContradictions(view, period, steps);
        var (now, before) = (figure.Value(view.Now), figure.Value(view.Before));
        if (view.Before.IsEmpty)
            before = null;
        var shown =
            figure == HealthFigures.Connections ? view.Pages.People
            : figure == HealthFigures.Waiting ? view.Pages.Waiting
            : now;
        return new(
            figure,
            Amount.Of(
                view.Now.IsEmpty && shown is 0 && figure != HealthFigures.Waiting ? null : shown,
                figure.Unit
            ),
            NoteOf(figure, view),
            figure == HealthFigures.Connections ? Transports(view.Pages)
                : figure == HealthFigures.Waiting
                    ? Most(now, Change.Of(figure, now, before, period))
                : Change.Of(figure, now, before, period),
            CourseOf(figure, steps)
        )
        {
            IsShare = figure.Unit == "ms" && view.Now.Percentile(figure.Names[0], 0.95) is not null,
        };
    }

    // The tile says how many wait now: what is compared is another number.
    static Change? Most(double? most, Change? change) =>
        change is null
            ? null
            : change with
            {
                Words = $"at most {Amount.Of(most, "")}: {change.Words}",
            };

    static IReadOnlyList<double?> CourseOf(
        HealthFigure figure,
        IReadOnlyList<(DateTimeOffset At, Totals Totals)> steps
    ) => [.. steps.Select(step => step.Totals.IsEmpty ? null : figure.Value(step.Totals))];

    static HealthTile OfContradictions(
        HealthView view,
        Period period,
        IReadOnlyList<(DateTimeOffset At, Totals Totals)> steps
    )
    {
        var found = view.Contradictions.Steps.ToDictionary(step => step.At, step => step.Count);
        return new(
            HealthFigures.Contradictions,
            Amount.Of(view.IsFresh ? null : view.Contradictions.Now, ""),
            HealthFigures.Contradictions.What,
            Change.Of(
                HealthFigures.Contradictions,
                view.Contradictions.Now,
                view.Before.IsEmpty ? null : view.Contradictions.Before,
                period
            ),
            [
                .. steps.Select(step =>
                    view.IsFresh ? null : (double?)found.GetValueOrDefault(step.At)
                ),
            ]
        );
    }

    static string NoteOf(HealthFigure figure, HealthView view) =>
        figure.Key switch
        {
            "connections" => Join(
                view.Pages.States.Select(s =>
                    $"{CountText.Of(s.People, "person", "people")} {HealthWords.State(s.State).ToLowerInvariant()}"
                ),
                "No active browsers"
            ),
            "waiting" => WaitingNote(view.Pages.OldestWaiting, view.At),
            _ => figure.NoteOf(view.Now),
        };

    static Change? Transports(OpenPages pages) =>
        pages.Transports.Count == 0
            ? null
            : new(
                "link",
                "",
                Join(
                    pages.Transports.Select(t =>
                        $"{CountText.Of(t.Pages, "page")} by {HealthWords.Transport(t.Transport)}"
                    ),
                    ""
                )
            );

    static string Join(IEnumerable<string> words, string none) =>
        string.Join(" · ", words) is { Length: > 0 } joined ? joined : none;
}
