using FluentValidation;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Pages.Admin.Users;

public sealed class InviteForm
{
    public string? Email { get; set; }
    public UserRole? Role { get; set; }
}

public sealed class InviteFormRules : AbstractValidator<InviteForm>
{
    public InviteFormRules()
    {
        RuleFor(form => form.Email)
            .Must(email => EmailAddress.IsPlausible(email?.Trim() ?? ""))
            .WithMessage(EmailAddress.Problem)
            .Must(email => NameText.IsPlain(email ?? ""))
            .WithMessage($"The address {NameText.Problem}")
            .MaximumLength(254)
            .WithMessage("Enter an e-mail address of at most 254 characters.");
        RuleFor(form => form.Role)
            .Must(role => role is { } chosen && Enum.IsDefined(chosen))
            .WithMessage("Choose a role.");
    }
}
