namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>One field that two people changed differently, as it is shown to the second of them.</summary>
/// <param name="Result">What would be saved as it is chosen now.</param>
public sealed record Clash(
    string Key,
    string Label,
    string Mine,
    string Theirs,
    string Result,
    Choice Choice,
    string Edited
)
{
    public string? By { get; init; }
    public DateTimeOffset? At { get; init; }
    public string? Error { get; init; }
    public bool IsLong { get; init; }

    /// <summary>Where not everything may be typed.</summary>
    public IReadOnlyList<(string Value, string Text)> Options { get; init; } = [];
}

/// <summary>What the chooser shows: who was quicker, what has to be chosen, and what else is saved with it.</summary>
public sealed record Chooser(string Others, IReadOnlyList<Clash> Clashes)
{
    public IReadOnlyList<(string Label, string Text)> AlsoSaved { get; init; } = [];

    /// <summary>What the form has to bring back, unseen.</summary>
    public IReadOnlyList<(string Name, string Value)> Carried { get; init; } = [];
}
