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

    /// <summary>What is kept of one person; a share of all is not.</summary>
    public bool IsPersonal { get; init; } = true;

    public IReadOnlyList<FigureLine> LinesOf(Totals whole) =>
        Lines?.Invoke(whole) ?? [new(Title, Value)];
}

public sealed record FigureLine(string Name, Func<Totals, double?> Value);
