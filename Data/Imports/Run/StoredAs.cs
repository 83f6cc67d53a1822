using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Imports.Run;

/// <summary>How a canonical value, which is text, is written into its column by SQL.</summary>
static class StoredAs
{
    static readonly Employee Newcomer = new();

    internal static string Content(Field<Employee> field) =>
        $"p.content[{EmployeeFields.InFiles.ToList().IndexOf(field) + 1}]";

    /// <summary>For a newcomer an empty cell means what an empty form means.</summary>
    internal static string ForNewcomer(Field<Employee> field) =>
        field.Type.Sql($"coalesce({Content(field)}, '{field.Of(Newcomer)}')");

    /// <summary>For somebody in the team an empty cell leaves the value as it is.</summary>
    internal static string ForKnown(Field<Employee> field) =>
        $"coalesce({field.Type.Sql(Content(field))}, e.{field.Column})";
}
