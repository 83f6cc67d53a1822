using System.Globalization;
using System.Text;

namespace StaffDashboard.Data;

/// <summary>
/// What no name may hold, of a person, a user, a skill or a work role: characters that nobody sees and that make one
/// name look like another. The database refuses most of them by itself, see names.sql.
/// </summary>
public static class NameText
{
    public const string Problem =
        "contains an invisible character or a line break. Type it instead of pasting it.";

    public static bool IsPlain(string text) => !text.EnumerateRunes().Any(IsHidden);

    static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
        // Letters, marks and signs by category, and blank all the same.
        || rune.Value
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or 0x2065
                or 0x2800
                or 0x3164
                or 0xFFA0
                or (>= 0xFFF0 and <= 0xFFFB)
                or 0xFFFE
                or 0xFFFF
                or (>= 0xE0000 and <= 0xE0FFF);
}
