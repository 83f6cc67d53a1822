using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Imports;

/// <summary>The field that tells which record a line means. Its column holds text, as the field's canonical form does.</summary>
/// <param name="Doubled">Of a line that comes after another one with the same value; %s is the number of that one.</param>
/// <param name="Taken">Where only new ones may be added; %s is what the record is called that has this value.</param>
public sealed record ImportKey(Field Field, string Doubled, string Taken)
{
    /// <summary>Where several records may have the same value: why such a line is refused. Null where none may.</summary>
    public string? Several { get; init; }

    /// <summary>SQL of what is compared: of a record's column, or of a line's text. As they are, unless it says otherwise.</summary>
    public Func<string, string> Compared { get; init; } = sql => sql;
}
