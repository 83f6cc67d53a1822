using System.Globalization;
using FluentValidation;
using StaffDashboard.Data.Switches;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Pages.Admin.Switches;

public sealed class SwitchForm
{
    public string Name { get; set; } = "";
    public bool IsOn { get; set; }
    public string? Percent { get; set; }
    public UserRole[] Roles { get; set; } = [];

    /// <summary>E-mail addresses with commas between.</summary>
    public string? People { get; set; }

    /// <summary>The row as it was when the form was drawn; 0 when there was none.</summary>
    public uint Version { get; set; }

    public int? PercentNumber =>
        int.TryParse(
            Percent?.Replace("%", "", StringComparison.Ordinal).Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    public string[] Addresses =>
        [
            .. (People ?? "")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    public static SwitchForm Of(FeatureSwitch stored, IEnumerable<string> people) =>
        new()
        {
            Name = stored.Name,
            IsOn = stored.IsOn,
            Percent = stored.Percent.ToString(CultureInfo.InvariantCulture),
            Roles = stored.Roles,
            People = string.Join(", ", people),
            Version = stored.RowVersion,
        };
}

public sealed class SwitchFormValidator : AbstractValidator<SwitchForm>
{
    const int MostPeople = 200;

    public SwitchFormValidator()
    {
        RuleFor(form => form.PercentNumber)
            .NotNull()
            .WithMessage("Enter a whole number from 0 to 100.")
            .InclusiveBetween(0, 100)
            .WithMessage("Enter a whole number from 0 to 100.")
            .OverridePropertyName(nameof(SwitchForm.Percent));
        RuleFor(form => form.Addresses)
            .Must(people => people.Length <= MostPeople)
            .WithMessage($"Name at most {MostPeople} people; above that, use the share.")
            .OverridePropertyName(nameof(SwitchForm.People));
        RuleForEach(form => form.Roles).IsInEnum().WithMessage("Choose among the roles shown.");
    }
}
