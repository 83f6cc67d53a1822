using StaffDashboard.Data;
using StaffDashboard.Data.Measures;

namespace StaffDashboard.Web.Pages.Admin.Health;

/// <summary>The course of one figure: what its chart draws, its table lists and its file holds.</summary>
public sealed record HealthSeries(
    HealthFigure Figure,
    Period Period,
    Stretch Stretch,
    IReadOnlyList<string> Lines,
    IReadOnlyList<(DateTimeOffset At, IReadOnlyList<double?> Values)> Points
)
{
    public bool IsEmpty => Points.All(point => point.Values.All(value => value is null));

    public static async Task<HealthSeries> ReadAsync(
        Office office,
        HealthFilter filter,
        Guid? person,
        DateTimeOffset now,
        CancellationToken stop
    )
    {
        var (figure, period) = (filter.Figure, filter.Period);
        var stretch = period.Until(now);
        await using var connection = await office.HoldConnectionAsync(stop);
        if (figure == HealthFigures.Contradictions)
            return await OfContradictionsAsync(office, period, stretch, stop);
        var whole = person is { } id
            ? await PersonTotals.OfAsync(office, id, stretch, period.Fine, stop)
            : await office.TotalsAsync(figure.Names, stretch, period.Fine, filter.Node, stop);
        var lines = figure.LinesOf(whole);
        return new(
            figure,
            period,
            stretch,
            [.. lines.Select(line => line.Name)],
            [
                .. whole
                    .Steps(stretch, period.Fine)
                    .Select(step => (step.At, ValuesOf(lines, step.Totals))),
            ]
        );
    }

    static async Task<HealthSeries> OfContradictionsAsync(
        Office office,
        Period period,
        Stretch stretch,
        CancellationToken stop
    )
    {
        var steps = await Contradictions.CountAsync(office, stretch, period.Fine, stop);
        var found = steps.ToDictionary(step => step.At, step => step.Count);
        return new(
            HealthFigures.Contradictions,
            period,
            stretch,
            [HealthFigures.Contradictions.Title],
            [
                .. new Totals([])
                    .Steps(stretch, period.Fine)
                    .Select(step =>
                        (step.At, (IReadOnlyList<double?>)[found.GetValueOrDefault(step.At)])
                    ),
            ]
        );
    }

    static IReadOnlyList<double?> ValuesOf(IReadOnlyList<FigureLine> lines, Totals totals) =>
        [.. lines.Select(line => totals.IsEmpty ? null : line.Value(totals))];
}
