using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace StaffDashboard.Data;

/// <summary>All text is stored trimmed and in one Unicode form, so that what looks equal is equal.</summary>
public sealed class CleanText() : ValueConverter<string, string>(text => Of(text), text => text)
{
    /// <summary>Whatever is typed: it throws at nothing, and takes a time in proportion to the length.</summary>
    public static string Of(string text)
    {
        var trimmed = StorableText.Of(text).Trim();
        if (Ascii.IsValid(trimmed))
            return trimmed;
        var normal = CombiningMarks.Limit(trimmed).Normalize(NormalizationForm.FormC);
        // A few single marks become two.
        return CombiningMarks.Limit(normal);
    }

    /// <summary>Of a text that may be of any length the beginning, without half an emoji at its end.</summary>
    public static string Beginning(string text, int longest)
    {
        if (text.Length <= longest)
            return Of(text);
        return Of(text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)]);
    }
}
