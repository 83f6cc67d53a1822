using System.Globalization;
using FluentValidation;
using StaffDashboard.Data;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.WorkRoles;

public sealed class WorkRoleForm
{
    /// <summary>None for a new one.</summary>
    public Guid? Id { get; set; }
    public string? Name { get; set; }
    public int Hue { get; set; } = 1;

    /// <summary>The row as it was when the form was drawn.</summary>
    public uint Version { get; set; }

    public string CleanName => CleanText.Of(Name ?? "");

    public static WorkRoleForm Of(WorkRole role) =>
        new()
        {
            Id = role.Id,
            Name = role.Name,
            Hue = role.Hue,
            Version = role.Version,
        };

    public Merging MergeInto(WorkRole role, IFormCollection posted) =>
        new Merging(posted, "work_roles", $"{role.Id}", Version == role.Version)
            .With("name", nameof(Name), Name ?? "", role.Name, Called)
            .With("hue", nameof(Hue), $"{Hue}", $"{role.Hue}", Colour);

    public WorkRoleForm Merged(Merging merging) =>
        new()
        {
            Id = Id,
            Name = merging[nameof(Name)],
            Hue = int.TryParse(merging[nameof(Hue)], CultureInfo.InvariantCulture, out var hue)
                ? hue
                : 0,
            Version = Version,
        };

    static readonly FieldWords Called = new("Name", name => name) { Clean = CleanText.Of };

    static readonly FieldWords Colour = new(
        "Colour",
        hue =>
            HueWords.All.ElementAtOrDefault(
                int.TryParse(hue, CultureInfo.InvariantCulture, out var at) ? at - 1 : -1
            ) ?? ""
    )
    {
        Options = [.. HueWords.All.Select((word, at) => ($"{at + 1}", word))],
        ToTrail = hue => int.TryParse(hue, CultureInfo.InvariantCulture, out var at) ? at : null,
    };
}

public sealed class WorkRoleFormValidator : AbstractValidator<WorkRoleForm>
{
    public WorkRoleFormValidator()
    {
        RuleFor(form => form.CleanName)
            .NotEmpty()
            .WithMessage("Enter a name for the role, like Bar.")
            .MaximumLength(WorkRole.MaxName)
            .WithMessage($"Enter a shorter name: at most {WorkRole.MaxName} characters.")
            .Must(NameText.IsPlain)
            .WithMessage($"This name {NameText.Problem}")
            .OverridePropertyName(nameof(WorkRoleForm.Name));
        RuleFor(form => form.Hue)
            .InclusiveBetween(1, WorkRole.Hues)
            .WithMessage("Choose one of the colours.");
    }
}
