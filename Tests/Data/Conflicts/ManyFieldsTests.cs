using FsCheck;
using FsCheck.Fluent;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Tests.Support;
using Edited = StaffDashboard.Data.Records.Outcome;

namespace StaffDashboard.Tests.Data.Conflicts;

/// <summary>Two people at one form: whatever each of them did is there afterwards, or was asked about.</summary>
public class ManyFieldsTests
{
    static readonly Field<Employee>[] Fields =
    [
        EmployeeFields.Name,
        EmployeeFields.Email,
        EmployeeFields.Notes,
    ];

    [Fact]
    public void What_only_one_of_two_touched_is_as_they_left_it() =>
        Given.Any(
            Cases.ToArbitrary(),
            c =>
            {
                var (outcome, person) = Meet(c);
                return outcome.Clashes.Count > 0
                    || Fields
                        .Select((field, at) => (Now: field.Of(person), at))
                        .All(f =>
                            f.Now == (c.Mine[f.at] != c.Was[f.at] ? c.Mine[f.at] : c.Theirs[f.at])
                        );
            }
        );

    [Fact]
    public void A_clash_changes_nothing_and_names_exactly_what_both_touched() =>
        Given.Any(
            Cases.ToArbitrary(),
            c =>
            {
                var (outcome, person) = Meet(c);
                var both = Fields.Where(
                    (_, at) =>
                        c.Mine[at] != c.Was[at]
                        && c.Theirs[at] != c.Was[at]
                        && c.Mine[at] != c.Theirs[at]
                );
                return outcome.Clashes.Select(clash => clash.Field).SequenceEqual(both)
                    && (
                        outcome.Clashes.Count == 0
                        || Fields.Select(f => f.Of(person)).SequenceEqual(c.Theirs)
                    );
            }
        );

    static (Edited Outcome, Employee Person) Meet(Case c)
    {
        var person = new Employee();
        for (var at = 0; at < Fields.Length; at++)
            Fields[at].Put(person, c.Theirs[at]);
        var edits = Fields.Select((field, at) => new FieldEdit(field, c.Was[at], c.Mine[at]));
        return (RecordEdit.Apply("employees", person, [.. edits]), person);
    }

    static Gen<Case> Cases =>
        from was in Values
        from mine in Values
        from theirs in Values
        select new Case(was, mine, theirs);

    static Gen<string[]> Values => Gen.Elements("a", "b", "c").ArrayOf(Fields.Length);

    sealed record Case(string[] Was, string[] Mine, string[] Theirs);
}
