using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Employees.Fields;

namespace StaffDashboard.Data.Imports.Run;

/// <summary>How a canonical value, which is text, is written into its column by SQL.</summary>
static class StoredAs
{
    static readonly Employee Newcomer = new();

    /// <summary>Ours alone: nothing out of a file is ever part of it.</summary>
    internal static string Sql(EmployeeField field, string text) =>
        field.Column switch
        {
            "work_role_id" => $"nullif({text}, '')::uuid",
            "skills" => $"string_to_array({text}, ', ')",
            "always_needed" => $"({text})::boolean",
            "hourly_rate" or "opening_hours" => $"nullif({text}, '')::numeric",
            "last_worked_on" => $"nullif({text}, '')::date",
            "phone" or "email" => $"nullif({text}, '')",
            _ => text,
        };

    internal static string Content(EmployeeField field) =>
        $"p.content[{EmployeeFields.InFiles.ToList().IndexOf(field) + 1}]";

    /// <summary>For a newcomer an empty cell means what an empty form means.</summary>
    internal static string ForNewcomer(EmployeeField field) =>
        Sql(field, $"coalesce({Content(field)}, '{field.Of(Newcomer)}')");

    /// <summary>For somebody in the team an empty cell leaves the value as it is.</summary>
    internal static string ForKnown(EmployeeField field) =>
        $"coalesce({Sql(field, Content(field))}, e.{field.Column})";
}
