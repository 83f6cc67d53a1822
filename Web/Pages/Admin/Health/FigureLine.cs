using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>One line of a figure's chart.</summary>
public sealed record FigureLine(string Name, Func<Totals, double?> Value)
{
    const int MostKinds = 5;

    /// <summary>The most frequent kinds, a line each.</summary>
    public static IReadOnlyList<FigureLine> Kinds(
        Totals whole,
        string name,
        Func<Totals, string, double?> value,
        params string[] except
    ) =>
        [
            .. whole
                .ByLabel(name)
                .Where(kind => !except.Contains(kind.Label))
                .Take(MostKinds)
                .Select(kind => new FigureLine(
                    HealthWords.Label(name, kind.Label),
                    totals => value(totals, kind.Label)
                )),
        ];

    public static IReadOnlyList<FigureLine> KindsCounted(
        Totals whole,
        string name,
        params string[] except
    ) => Kinds(whole, name, (totals, label) => totals.Count(name, label), except);

    public static IReadOnlyList<FigureLine> MeanAndMost(string name, string? label, double scale) =>
        [
            new("On average", t => t.Mean(name, label) / scale),
            new("At most", t => t.Count(name, label) > 0 ? t.Max(name, label) / scale : null),
        ];
}
