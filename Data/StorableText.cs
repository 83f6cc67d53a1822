using System.Buffers;
using System.Text;

namespace StaffDashboard.Data;

/// <summary>
/// Text that can be stored and brought into one Unicode form. Without NUL, which PostgreSQL refuses; without half
/// emojis, which no encoding can write; without the code points that Unicode has promised never to make characters.
/// </summary>
public static class StorableText
{
    public static bool IsStorable(string text)
    {
        // Nearly all text there is ends here.
        if (text.AsSpan().IndexOfAnyExceptInRange('\u0001', '\uD7FF') < 0)
            return true;
        for (var rest = text.AsSpan(); rest.Length > 0; )
        {
            var read = Rune.DecodeFromUtf16(rest, out var rune, out var length);
            if (read != OperationStatus.Done || !IsCharacter(rune))
                return false;
            rest = rest[length..];
        }
        return true;
    }

    public static string Of(string text)
    {
        if (IsStorable(text))
            return text;
        var kept = new StringBuilder(text.Length);
        // Half an emoji comes out of this as U+FFFD.
        foreach (var rune in text.EnumerateRunes())
            if (IsCharacter(rune))
                kept.Append(rune.ToString());
        return kept.ToString();
    }

    static bool IsCharacter(Rune rune) =>
        rune.Value != 0
        && (rune.Value & 0xFFFE) != 0xFFFE
        && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);
}
