using FluentValidation;
using StaffDashboard.Data;
using StaffDashboard.Data.Problems;

namespace StaffDashboard.Web.Pages.Admin.Problems;

public sealed class AnswerForm
{
    public ProblemState State { get; set; }
    public string? Answer { get; set; }

    /// <summary>The row as it was when the form was drawn.</summary>
    public uint Version { get; set; }

    public string CleanAnswer => CleanText.Of(Answer ?? "");
}

public sealed class AnswerFormRules : AbstractValidator<AnswerForm>
{
    const int Longest = 4000;

    public AnswerFormRules()
    {
        RuleFor(form => form.State).IsInEnum().WithMessage("Choose a state.");
        RuleFor(form => form.CleanAnswer)
            .MaximumLength(Longest)
            .WithMessage("Enter at most 4,000 characters.");
    }
}
