namespace StaffDashboard.Data;

public static class CapitalizedExtensions
{
    /// <summary>As at the beginning of a sentence: "Person" for "person".</summary>
    public static string Capitalized(this string text) =>
        text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
