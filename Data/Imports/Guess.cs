using System.Globalization;
using System.Text;

namespace StaffDashboard.Data.Imports;

/// <summary>Which field a heading means, in English and German. The clerk has the last word.</summary>
public sealed class Guess(FileFields fields)
{
    readonly Dictionary<string, string> known = Words([
        .. fields.All.Select(field => (field.Key, $"{field.Label}|{field.Headings}")),
        .. fields.Parts.Select(part => (part.Key, $"{part.Label}|{part.Headings}")),
    ]);

    /// <summary>A field is guessed once: the first heading that means it.</summary>
    public string[] Mapping(string[] columns)
    {
        var taken = new HashSet<string>();
        return Array.ConvertAll(
            columns,
            column =>
                known.GetValueOrDefault(Letters(column)) is { } key && taken.Add(key) ? key : ""
        );
    }

    static Dictionary<string, string> Words(IEnumerable<(string Key, string Names)> fields) =>
        fields
            .SelectMany(field =>
                field
                    .Names.Split('|', StringSplitOptions.RemoveEmptyEntries)
                    .Select(name => (field.Key, Name: Letters(name)))
            )
            .ToDictionary(word => word.Name, word => word.Key);

    // "E-Mail", "e mail" and "EMAIL" are one word; "Fähigkeiten" and "Faehigkeiten", too.
    static string Letters(string heading)
    {
        var plain = CleanText
            .Of(heading)
            .ToLowerInvariant()
            .Replace("ae", "ä", StringComparison.Ordinal)
            .Replace("oe", "ö", StringComparison.Ordinal)
            .Normalize(NormalizationForm.FormD);
        return string.Concat(
            plain.Where(c =>
                char.IsLetter(c)
                && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
            )
        );
    }
}
