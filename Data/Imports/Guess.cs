using System.Globalization;
using System.Text;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Imports;

/// <summary>Which field a heading means, in English and German. The clerk has the last word.</summary>
public static class Guess
{
    static readonly Dictionary<string, string> Known = Words([
        .. EmployeeFields.InFiles.Select(field => (field.Key, $"{field.Label}|{field.Headings}")),
        (FileFields.FirstName, "first name|given name|forename|vorname|rufname"),
        (FileFields.LastName, "last name|surname|family name|nachname|familienname|zuname"),
    ]);

    /// <summary>A field is guessed once: the first heading that means it.</summary>
    public static string[] Mapping(string[] columns)
    {
        var taken = new HashSet<string>();
        return Array.ConvertAll(
            columns,
            column =>
                Known.GetValueOrDefault(Letters(column)) is { } key && taken.Add(key) ? key : ""
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
