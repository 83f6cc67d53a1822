using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;

namespace StaffDashboard.Tests.Data.Records;

public class RecordEditTests
{
    [Fact]
    public void An_edit_leaves_alone_what_somebody_else_changed()
    {
        var person = new Employee { Name = "Amira", Email = "new@example.org" };

        var outcome = RecordEdit.Apply(
            "employees",
            person,
            [
                new(EmployeeFields.Name, "Amira", "Amira Yilmaz"),
                new(EmployeeFields.Email, "old@example.org", "old@example.org"),
            ]
        );

        Assert.Equal(("Amira Yilmaz", "new@example.org"), (person.Name, person.Email));
        Assert.Empty(outcome.Clashes);
        Assert.Equal([EmployeeFields.Email], outcome.Kept);
    }

    [Fact]
    public void A_clash_saves_nothing_of_the_edit()
    {
        var person = new Employee { Name = "Theirs", Notes = "As before" };

        var outcome = RecordEdit.Apply(
            "employees",
            person,
            [
                new(EmployeeFields.Name, "Before", "Mine"),
                new(EmployeeFields.Notes, "As before", "Typed"),
            ]
        );

        Assert.Equal(("Theirs", "As before"), (person.Name, person.Notes));
        Assert.Equal([new FieldClash(EmployeeFields.Name, "Mine", "Theirs")], outcome.Clashes);
    }

    [Fact]
    public void Two_who_typed_the_same_are_not_asked()
    {
        var person = new Employee { Name = "Same" };

        var outcome = RecordEdit.Apply(
            "employees",
            person,
            [new(EmployeeFields.Name, "Before", "Same")]
        );

        Assert.Empty(outcome.Clashes);
        Assert.Empty(outcome.Kept);
    }
}
