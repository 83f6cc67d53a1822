using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Imports;

/// <summary>A list of the office's own to which a file may add, where somebody says so.</summary>
/// <param name="Name">What the list is called: "work roles".</param>
/// <param name="One">Within a sentence: "role".</param>
/// <param name="Row">The row of a new name, by its id, its name and its place among the new ones.</param>
public sealed record ImportChoices(
    Field Field,
    ChoiceList List,
    string Name,
    string One,
    string Many,
    int MaxName,
    Func<Guid, string, int, object> Row
)
{
    /// <summary>A column mapped by mistake must not make thousands.</summary>
    public const int Most = 50;
}
