using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Imports;

/// <summary>The field that tells which record a line means. Its column holds text, as the field's canonical form does.</summary>
/// <param name="Doubled">Of a line that comes after another one with the same value; %s is the number of that one.</param>
/// <param name="Taken">Where only new ones may be added; %s is what the record is called that has this value.</param>
public sealed record ImportKey(Field Field, string Doubled, string Taken);
