using StaffDashboard.Data.Conflicts;
using StaffDashboard.Data.Employees.Fields;

namespace StaffDashboard.Data.Employees.Edits;

/// <summary>What somebody wants a field to be, and what it was when they began. Both in canonical form.</summary>
public sealed record FieldEdit(EmployeeField Field, string Was, string Mine)
{
    public Tried TriedOn(string now) => new("employees", Field.Column, Field.Key, Was, Mine, now);
}

/// <summary>Both changed it, and differently.</summary>
public sealed record FieldClash(EmployeeField Field, string Mine, string Theirs);

/// <param name="Kept">What somebody else changed meanwhile and this edit left alone.</param>
/// <param name="Changed">What is something else now than it was.</param>
public sealed record Outcome(
    IReadOnlyList<FieldClash> Clashes,
    IReadOnlyList<EmployeeField> Kept,
    IReadOnlyList<EmployeeField> Changed
);
