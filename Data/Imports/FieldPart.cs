using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Imports;

/// <summary>A column of a file that holds a part of a field. The parts are joined in the order in which they are declared.</summary>
/// <param name="Headings">Other headings that mean it, in English and German, between bars.</param>
public sealed record FieldPart(Field Whole, string Key, string Label, string Headings);
