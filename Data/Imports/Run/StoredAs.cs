using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Imports.Run;

/// <summary>How a canonical value, which is text, is written into its column by SQL.</summary>
static class StoredAs
{
    internal static string Content(ImportType type, Field field) =>
        $"p.content[{type.Fields.All.ToList().IndexOf(field) + 1}]";

    /// <summary>For a newcomer an empty cell means what an empty form means.</summary>
    internal static string ForNewcomer(ImportType type, Field field) =>
        field.Type.Sql($"coalesce({Content(type, field)}, '{type.EmptyValue(field)}')");

    /// <summary>For a record that is there an empty cell leaves the value as it is.</summary>
    internal static string ForKnown(ImportType type, Field field) =>
        $"coalesce({field.Type.Sql(Content(type, field))}, e.{field.Column})";
}
