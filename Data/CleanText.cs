using System.Text;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace StaffDashboard.Data;

/// <summary>All text is stored trimmed and in one Unicode form, so that what looks equal is equal.</summary>
public sealed class CleanText() : ValueConverter<string, string>(text => Of(text), text => text)
{
    public static string Of(string text)
    {
        var trimmed = text.Replace("\0", "", StringComparison.Ordinal).Trim();
        return IsWellFormed(trimmed) ? trimmed.Normalize(NormalizationForm.FormC) : Repair(trimmed);
    }

    static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                return false;
            i++;
        }
        return true;
    }

    static string Repair(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC);
}
