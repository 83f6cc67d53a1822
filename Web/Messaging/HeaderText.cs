namespace StaffDashboard.Web.Messaging;

/// <summary>A line break inside a header would let somebody write headers of their own, and letters to whom they like.</summary>
static class HeaderText
{
    public static string OneLine(string text) =>
        string.Concat(text.Select(c => IsBreak(c) ? ' ' : c)).Trim();

    /// <summary>An address or a link with a break in it is nobody's typing mistake: it is refused.</summary>
    public static string Whole(string text) =>
        text.Any(c => IsBreak(c) || char.IsWhiteSpace(c))
            ? throw new FormatException("An address may hold neither spaces nor line breaks.")
            : text;

    static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029';
}
