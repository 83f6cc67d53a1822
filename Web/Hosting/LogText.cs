using System.Globalization;

namespace StaffDashboard.Web.Hosting;

/// <summary>Text of strangers as one line that neither moves the cursor nor turns the direction of writing.</summary>
static class LogText
{
    internal static string Of(string text) =>
        text.All(c => !IsUnseen(c)) ? text : string.Concat(text.Select(Shown));

    static char Shown(char c) =>
        c is '\r' or '\n' or '\t' ? ' '
        : IsUnseen(c) ? '\uFFFD'
        : c;

    static bool IsUnseen(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
