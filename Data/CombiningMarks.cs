using System.Globalization;
using System.Text;

namespace StaffDashboard.Data;

/// <summary>
/// Bringing text into one Unicode form sorts the marks on each letter, in a time that grows with the square of their
/// number: tens of thousands on one letter cost seconds. No script puts more than a few there.
/// </summary>
static class CombiningMarks
{
    // As in the stream-safe text format of Unicode (UAX #15).
    const int Most = 30;

    /// <summary>On each letter the first so many marks.</summary>
    internal static string Limit(string text)
    {
        var kept = new StringBuilder(text.Length);
        var run = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            run = IsMark(rune) ? run + 1 : 0;
            if (run <= Most)
                kept.Append(rune.ToString());
        }
        return kept.Length == text.Length ? text : kept.ToString();
    }

    static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;
}
