using FluentValidation;
using StaffDashboard.Data;
using StaffDashboard.Data.WorkRoles;

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
}

public sealed class WorkRoleFormValidator : AbstractValidator<WorkRoleForm>
{
    public WorkRoleFormValidator()
    {
        RuleFor(form => form.CleanName)
            .NotEmpty()
            .WithMessage("Enter a name for the role, like Bar.")
            .MaximumLength(WorkRole.MaxName)
            .WithMessage($"Enter a shorter name: at most {WorkRole.MaxName} characters.");
        RuleFor(form => form.Hue)
            .InclusiveBetween(1, WorkRole.Hues)
            .WithMessage("Choose one of the colours.");
    }
}
