using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Imports;

/// <summary>What a column of a file may be: a field of a person, or one half of a name.</summary>
public static class FileFields
{
    public const string FirstName = "FirstName";
    public const string LastName = "LastName";

    public static readonly IReadOnlyList<(string Key, string Label)> Choices =
    [
        (EmployeeFields.Name.Key, EmployeeFields.Name.Label),
        (FirstName, "First name"),
        (LastName, "Last name"),
        .. EmployeeFields.InFiles.Skip(1).Select(field => (field.Key, field.Label)),
    ];

    public static bool IsKnown(string key) => Choices.Any(choice => choice.Key == key);

    /// <summary>The fields that a mapping fills, in the order of the registry.</summary>
    public static IEnumerable<Field<Employee>> FilledBy(string[] mapping) =>
        EmployeeFields.InFiles.Where(field =>
            mapping.Contains(field.Key)
            || (
                field == EmployeeFields.Name
                && (mapping.Contains(FirstName) || mapping.Contains(LastName))
            )
        );
}
