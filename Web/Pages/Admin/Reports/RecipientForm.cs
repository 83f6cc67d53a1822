using FluentValidation;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;

namespace StaffDashboard.Web.Pages.Admin.Reports;

public sealed class RecipientForm
{
    public string? Email { get; set; }

    public string CleanEmail => CleanText.Of(Email ?? "");
}

public sealed class RecipientFormRules : AbstractValidator<RecipientForm>
{
    public RecipientFormRules() =>
        RuleFor(form => form.CleanEmail)
            .Must(EmailAddress.IsPlausible)
            .WithMessage(EmailAddress.Problem)
            .MaximumLength(254)
            .WithMessage("Enter an e-mail address of at most 254 characters.");
}
