using System.Globalization;
using System.Text;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Fields;

namespace StaffDashboard.Data.Imports;

/// <summary>Which field a heading means, in English and German. The clerk has the last word.</summary>
public static class Guess
{
    static readonly Dictionary<string, string> Known = Words(
        (
            nameof(Employee.Name),
            "name|full name|vollständiger name|person|mitarbeiter|mitarbeitername|employee|staff"
        ),
        (FileFields.FirstName, "first name|given name|forename|vorname|rufname"),
        (FileFields.LastName, "last name|surname|family name|nachname|familienname|zuname"),
        (
            nameof(Employee.Phone),
            "phone|phone number|telephone|tel|mobile|mobile phone|mobile number|cell|telefon|telefonnummer|handy|handynummer|mobil|mobilnummer|mobiltelefon|rufnummer|whatsapp"
        ),
        (nameof(Employee.Email), "email|email address|mail|mailadresse|emailadresse"),
        (
            nameof(Employee.WorkRoleId),
            "role|work role|position|job|job title|function|rolle|funktion|tätigkeit|einsatzbereich|bereich|stelle"
        ),
        (
            nameof(Employee.Skills),
            "skills|skill|tags|qualifications|fähigkeiten|kenntnisse|qualifikationen|qualifikation|kompetenzen|können"
        ),
        (
            nameof(Employee.Employment),
            "employment|employment type|contract|contract type|anstellung|anstellungsart|beschäftigung|beschäftigungsart|vertrag|vertragsart|arbeitsverhältnis"
        ),
        (
            nameof(Employee.AlwaysNeeded),
            "always needed|always|core team|immer dabei|immer gebraucht|stammteam|stammkraft"
        ),
        (
            nameof(Employee.HourlyRate),
            "hourly rate|rate|wage|hourly wage|pay|stundenlohn|stundensatz|lohn|satz"
        ),
        (
            nameof(Employee.OpeningHours),
            "hours|opening hours|opening balance|total hours|worked hours|stunden|gesamtstunden|arbeitsstunden|anfangsbestand"
        ),
        (
            nameof(Employee.LastWorkedOn),
            "last worked|last worked on|last shift|last job|zuletzt gearbeitet|letzter einsatz|zuletzt|letzte schicht"
        ),
        (
            nameof(Employee.Notes),
            "notes|note|comment|comments|remark|remarks|notiz|notizen|bemerkung|bemerkungen|kommentar|anmerkung|anmerkungen"
        )
    );

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

    static Dictionary<string, string> Words(params (string Key, string Names)[] fields) =>
        fields
            .SelectMany(field =>
                field.Names.Split('|').Select(name => (field.Key, Name: Letters(name)))
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
