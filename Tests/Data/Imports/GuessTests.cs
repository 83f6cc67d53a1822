using StaffDashboard.Data.Imports;

namespace StaffDashboard.Tests.Data.Imports;

public sealed class GuessTests
{
    [Fact]
    public void German_headings_are_understood() =>
        Assert.Equal(
            ["FirstName", "LastName", "Phone", "Email", "WorkRoleId", "Skills", "HourlyRate", ""],
            Guess.Mapping([
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
            Guess.Mapping([
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
            FileFields
                .Choices.Select(choice => choice.Key)
                .Where(key => key is not (FileFields.FirstName or FileFields.LastName)),
            Guess.Mapping([
                .. FileFields
                    .Choices.Where(choice =>
                        choice.Key is not (FileFields.FirstName or FileFields.LastName)
                    )
                    .Select(choice => choice.Label),
            ])
        );

    [Fact]
    public void A_column_without_a_heading_is_left_out() =>
        Assert.Equal(["", "Phone"], Guess.Mapping(["", "Phone"]));

    [Fact]
    public void A_field_is_guessed_once() =>
        Assert.Equal(["Phone", ""], Guess.Mapping(["Telefon", "Mobil"]));
}
