using StaffDashboard.Data.Imports;

namespace StaffDashboard.Web.Pages.Shared.Imports;

public sealed class ColumnsForm
{
    public List<string?> Fields { get; set; } = [];
    public bool UpdateKnown { get; set; }
    public bool AddChoices { get; set; }

    public string[] Mapping => [.. Fields.Select(key => key ?? "")];

    public static ColumnsForm Of(Import import) =>
        new()
        {
            Fields = [.. import.Mapping],
            UpdateKnown = import.UpdateKnown,
            AddChoices = import.AddChoices,
        };
}
