namespace StaffDashboard.Web.Pages.Shared.Trail;

public enum TrailFactKind
{
    Changed,
    Set,
    Cleared,

    /// <summary>That it changed may be known, what it was may not.</summary>
    Secret,

    /// <summary>The values were removed for good by a privacy request.</summary>
    Erased,
}

/// <summary>One column that differed, in words: "hours", "12", "14.5". Empty is an empty text.</summary>
public sealed record TrailFact(
    string Column,
    string Label,
    TrailFactKind Kind,
    string Before = "",
    string After = ""
);
