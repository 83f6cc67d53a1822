using StaffDashboard.Data.Fields;

namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>What a small form is about: one row as it is now, and which of its fields are in the form.</summary>
/// <param name="Key">As the audit log names the row; empty for a new one.</param>
public sealed record EditedRow(string Key, object Row, IReadOnlyList<Field> Fields)
{
    /// <summary>What it is where there is no row yet.</summary>
    public object? Initial { get; init; }

    /// <summary>Says something else than where there is no row.</summary>
    public bool IsChanged => Initial is not { } none || Fields.Any(f => f.Of(Row) != f.Of(none));

    /// <summary>Whether the page was opened to change it.</summary>
    public bool TakesFocus { get; init; }

    public bool IsNew => Key.Length == 0;

    public Field? ByColumn(string column) => Fields.FirstOrDefault(f => f.Column == column);
}
