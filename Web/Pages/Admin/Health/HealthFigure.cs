using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Pages.Admin.Health;

public enum Better
{
    Neither,
    Lower,
    Higher,
}

/// <summary>One figure of the page: what it is called, what it is made of, and when more of it is better.</summary>
public sealed record HealthFigure(
    string Key,
    string Title,
    string Unit,
    string What,
    Better Better,
    string[] Names,
    Func<Totals, double?> Value
)
{
    /// <summary>The lines of its chart; those of kinds are only known once it is measured.</summary>
    public Func<Totals, IReadOnlyList<FigureLine>>? Lines { get; init; }

    /// <summary>What else to know of its value; without it, what it is.</summary>
    public Func<Totals, string?>? Note { get; init; }

    /// <summary>What is kept of one person; a share of all is not.</summary>
    public bool IsPersonal { get; init; } = true;

    /// <summary>One of the few that are always shown; the others are a press away.</summary>
    public bool IsHeadline { get; init; }

    /// <summary>How the program itself does: these stand together, after what people see of it.</summary>
    public bool IsOfServer { get; init; }

    public IReadOnlyList<FigureLine> LinesOf(Totals whole) =>
        Lines?.Invoke(whole) ?? [new(Title, Value)];

    public string NoteOf(Totals totals) => Note?.Invoke(totals) ?? What;

    /// <summary>Milliseconds, of which 95 of 100 are told; where no distribution is kept, the mean.</summary>
    public static HealthFigure Latency(string key, string title, string what, string name) =>
        new(
            key,
            title,
            "ms",
            what,
            Better.Lower,
            [name],
            totals => totals.Percentile(name, 0.95) ?? totals.Mean(name)
        )
        {
            Lines = whole =>
                whole.Percentile(name, 0.5) is null
                    ? FigureLine.MeanAndMost(name, null, 1)
                    :
                    [
                        new("Half within", t => t.Percentile(name, 0.5)),
                        new("95 % within", t => t.Percentile(name, 0.95)),
                        new("99 % within", t => t.Percentile(name, 0.99)),
                    ],
            Note = totals =>
                totals.Percentile(name, 0.5) is { } half
                    ? $"half within {Amount.Of(half, "ms")}, 99 % within {Amount.Of(totals.Percentile(name, 0.99), "ms")}"
                    : null,
        };

    public static HealthFigure Count(string key, string title, string what, string name) =>
        new(key, title, "", what, Better.Lower, [name], totals => totals.Count(name));

    /// <summary>How high something stood, looked at again and again: sums of it say nothing, the mean and the most do.</summary>
    /// <param name="scale">How many of what is measured make one of the unit.</param>
    public static HealthFigure Level(
        string key,
        string title,
        string unit,
        string what,
        Better better,
        string name,
        string? label = null,
        double scale = 1
    ) =>
        new(key, title, unit, what, better, [name], totals => totals.Mean(name, label) / scale)
        {
            Lines = _ => FigureLine.MeanAndMost(name, label, scale),
            Note = totals =>
                totals.Count(name, label) > 0
                    ? $"{what}; at most {Amount.Of(totals.Max(name, label) / scale, unit)}"
                    : null,
        };
}
