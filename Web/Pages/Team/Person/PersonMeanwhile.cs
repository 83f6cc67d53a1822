using StaffDashboard.Data;
using StaffDashboard.Data.Audit;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Fields;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>For a form that is open: what colleagues have done to the person since.</summary>
static class PersonMeanwhile
{
    public const string Archived = "archived_at";

    /// <summary>What a form knows of a person, as <see cref="FormStart"/> wants it.</summary>
    public static (string Key, string Was) Of(bool isArchived) => (Archived, $"{isArchived}");

    public static async Task<IReadOnlyList<MeanwhileChange>> ChangesAsync(
        Office office,
        Viewer viewer,
        Employee person,
        IReadOnlyList<EmployeeField> fields,
        bool isMoved,
        OfficeWords words,
        CancellationToken stop
    )
    {
        string[] columns =
        [
            .. isMoved ? (string[])[Archived] : [],
            .. fields.Select(f => f.Column),
        ];
        if (columns.Length == 0)
            return [];
        var last = await LastChange.OfAsync(office, "employees", $"{person.Id}", columns, stop);
        LastChange? Of(string column) => last.FirstOrDefault(change => change.Column == column);
        return
        [
            .. isMoved
                ? (MeanwhileChange[])
                    [MeanwhileChange.Archived(Of(Archived), person.IsArchived, viewer)]
                : [],
            .. fields.Select(field =>
                MeanwhileChange.Of(
                    Of(field.Column),
                    field.Label.ToLowerInvariant(),
                    field.Show(field.Of(person), words),
                    viewer
                )
            ),
        ];
    }
}
