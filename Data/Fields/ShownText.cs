namespace StaffDashboard.Data.Fields;

/// <summary>A run of what a value reads as.</summary>
/// <param name="Href">Where it leads: a number is dialled, an address written to.</param>
public sealed record ShownText(string Text, string? Href = null);
