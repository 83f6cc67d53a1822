namespace StaffDashboard.Web.Messaging;

/// <summary>
/// A line break inside a header would let somebody write headers of their own, and letters to whom they like; inside
/// a paragraph, lines that look like ours.
/// </summary>
static class HeaderText
{
    public static string OneLine(string text) =>
        string.Concat(text.Select(c => IsBreak(c) ? ' ' : c)).Trim();

    /// <summary>An address or a link with a break in it is nobody's typing mistake: it is refused.</summary>
    public static string Whole(string text) =>
        text.Any(c => IsBreak(c) || char.IsWhiteSpace(c))
            ? throw new FormatException("An address may hold neither spaces nor line breaks.")
            : text;

    static bool IsBreak(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' || IsDirection(c);

    // What turns the reading direction round would let a text read otherwise than it is.
    static bool IsDirection(char c) =>
        c
            is '\u061C'
                or '\u200E'
                or '\u200F'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069');
}
