using FluentValidation;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;

namespace StaffDashboard.Web.Pages.Admin.Alerts;

public sealed class SilenceForm
{
    /// <summary>Empty for everything.</summary>
    public string? Rule { get; set; }

    /// <summary>In the office's zone.</summary>
    public DateTime? From { get; set; }
    public DateTime? Until { get; set; }
    public string? Reason { get; set; }

    public string CleanReason => CleanText.Of(Reason ?? "");
}

public sealed class SilenceFormValidator : AbstractValidator<SilenceForm>
{
    const int LongestReason = 200;
    static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public SilenceFormValidator()
    {
        RuleFor(form => form.Rule)
            .Must(rule => string.IsNullOrEmpty(rule) || AlarmKinds.Named(rule) is not null)
            .WithMessage("Choose one of the rules shown.");
        RuleFor(form => form.From)
            .NotNull()
            .WithMessage("Enter when the silence begins.")
            .Must(IsNear)
            .WithMessage("Begins: enter a day from 2000 to 2099.");
        RuleFor(form => form.Until)
            .NotNull()
            .WithMessage("Enter when the silence ends.")
            .Must(IsNear)
            .WithMessage("Ends: enter a day from 2000 to 2099.")
            .Must((form, until) => until is null || form.From is null || until > form.From)
            .WithMessage("It must end after it begins.")
            .Must(
                (form, until) => until is null || form.From is null || until - form.From <= Longest
            )
            .WithMessage(
                "A silence lasts at most 30 days. To stop a rule for good, switch it off."
            );
        RuleFor(form => form.CleanReason)
            .NotEmpty()
            .WithMessage("Enter a reason, such as “Server move”.")
            .MaximumLength(LongestReason)
            .WithMessage($"Enter a reason of at most {LongestReason} characters.")
            .OverridePropertyName(nameof(SilenceForm.Reason));
    }

    static bool IsNear(DateTime? time) => time is null or { Year: >= 2000 and < 2100 };
}
