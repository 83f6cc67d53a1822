using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Records;

/// <summary>What somebody wants a field to be, and what it was when they began. Both in canonical form.</summary>
public sealed record FieldEdit(Field Field, string Was, string Mine)
{
    public Tried TriedOn(string table, string now) =>
        new(table, Field.Column, Field.Key, Was, Mine, now);
}

/// <summary>Both changed it, and differently.</summary>
public sealed record FieldClash(Field Field, string Mine, string Theirs);

/// <param name="Kept">What somebody else changed meanwhile and this edit left alone.</param>
/// <param name="Changed">What is something else now than it was.</param>
public sealed record Outcome(
    IReadOnlyList<FieldClash> Clashes,
    IReadOnlyList<Field> Kept,
    IReadOnlyList<Field> Changed
);
