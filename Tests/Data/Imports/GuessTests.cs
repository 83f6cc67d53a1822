using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Imports;

namespace StaffDashboard.Tests.Data.Imports;

public sealed class GuessTests
{
    static readonly ImportType Type = EmployeeImport.Type;

    [Fact]
    public void German_headings_are_understood() =>
        Assert.Equal(
            ["FirstName", "LastName", "Phone", "Email", "WorkRoleId", "Skills", "HourlyRate", ""],
            Type.Guess.Mapping([
                "Vorname",
                "NACHNAME",
                "Handy",
                "E-Mail",
                "Rolle",
                "Faehigkeiten",
                "Stundenlohn",
                "Schuhgröße",
            ])
        );

    [Fact]
    public void English_headings_are_understood() =>
        Assert.Equal(
            ["Name", "Phone", "Email", "OpeningHours", "LastWorkedOn", "AlwaysNeeded"],
            Type.Guess.Mapping([
                "Full name",
                "Mobile",
                "e-mail address",
                "Hours",
                "Last worked",
                "always needed",
            ])
        );

    [Fact]
    public void The_template_explains_itself() =>
        Assert.Equal(
            Type.Fields.All.Select(one => one.Key),
            Type.Guess.Mapping([.. Type.Fields.All.Select(one => one.Label)])
        );

    [Fact]
    public void Every_column_to_choose_is_understood_by_its_own_name() =>
        Assert.All(
            Type.Fields.Choices,
            choice => Assert.Equal([choice.Key], Type.Guess.Mapping([choice.Label]))
        );

    [Fact]
    public void A_column_without_a_heading_is_left_out() =>
        Assert.Equal(["", "Phone"], Type.Guess.Mapping(["", "Phone"]));

    [Fact]
    public void A_field_is_guessed_once() =>
        Assert.Equal(["Phone", ""], Type.Guess.Mapping(["Telefon", "Mobil"]));
}
