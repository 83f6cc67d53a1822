using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Imports;

namespace StaffDashboard.Web.Pages.Shared.Imports;

/// <summary>What a newcomer cannot do without, and no column of a file holds.</summary>
static class MissingColumns
{
    public static IEnumerable<Field> Of(ImportType type, IReadOnlyCollection<string> mapping) =>
        type.Fields.Required.Except(type.Fields.FilledBy(mapping));

    /// <summary>Empty where there is none.</summary>
    public static string Words(ImportType type, IReadOnlyCollection<string> mapping) =>
        string.Join(
            ' ',
            Of(type, mapping)
                .Select(field =>
                    $"No column of the file holds the {field.Word}. The heading looked for is {Headings(type, field)}."
                )
        );

    /// <summary>"Name, or First name and Last name".</summary>
    public static string Headings(ImportType type, Field field)
    {
        var parts = string.Join(" and ", type.Fields.PartsOf(field).Select(part => part.Label));
        return parts.Length == 0 ? field.Label : $"{field.Label}, or {parts}";
    }
}
