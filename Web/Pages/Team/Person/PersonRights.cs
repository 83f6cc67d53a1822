using StaffDashboard.Data;
using StaffDashboard.Data.Employees.Fields;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>Staff keeps the contact data right and reads the rest; what somebody earns is a Manager's affair.</summary>
static class PersonRights
{
    public static bool MayEdit(this Viewer viewer, Section section) =>
        section == Section.Contact ? viewer.IsSignedIn : viewer.IsManager;

    public static bool MaySee(this Viewer viewer, Section section) =>
        section == Section.Account ? viewer.IsManager : viewer.IsSignedIn;

    public static bool MaySee(this Viewer viewer, EmployeeField field) =>
        viewer.MaySee(field.Section) && (field != EmployeeFields.HourlyRate || viewer.IsManager);

    /// <summary>Archiving, which is no field, is a Manager's.</summary>
    public static bool MayPutBack(this Viewer viewer, string column) =>
        EmployeeFields.ByColumn(column) is { } field
            ? viewer.MayEdit(field.Section)
            : viewer.IsManager;

    /// <summary>Who sees the same, and may share a rendered fragment.</summary>
    public static string Audience(this Viewer viewer) => viewer.IsManager ? "manager" : "staff";
}
