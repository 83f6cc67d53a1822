using FluentValidation;
using StaffDashboard.Data;
using StaffDashboard.Data.Problems;
using StaffDashboard.Web.Pages.Shared.Conflicts;

namespace StaffDashboard.Web.Pages.Admin.Problems;

public sealed class AnswerForm
{
    public const string Table = "problem_reports";
    public const string Prefix = "Form.";
    public const string StateKey = Prefix + nameof(State);
    public const string AnswerKey = Prefix + nameof(Answer);

    public string? State { get; set; }
    public string? Answer { get; set; }

    /// <summary>The row as it was when the form was drawn.</summary>
    public uint Version { get; set; }

    public ProblemState? Chosen => StateIn(State);
    public string CleanAnswer => CleanText.Of(Answer ?? "");

    public static AnswerForm Of(ProblemReport report) =>
        new()
        {
            State = report.State.ToString(),
            Answer = report.Answer,
            Version = report.RowVersion,
        };

    public Merging MergeInto(ProblemReport report, IFormCollection posted) =>
        new Merging(posted, Table, $"{report.Id}", Version == report.RowVersion)
            .With("state", StateKey, State ?? "", report.State.ToString(), StateWords)
            .With("answer", AnswerKey, Answer ?? "", report.Answer, AnswerWords);

    public AnswerForm Merged(Merging merging) =>
        new()
        {
            State = merging[StateKey],
            Answer = merging[AnswerKey],
            Version = Version,
        };

    static readonly FieldWords StateWords = new("State", state => state)
    {
        Options = [.. Enum.GetNames<ProblemState>().Select(state => (state, state))],
    };

    static readonly FieldWords AnswerWords = new("Answer", answer => answer)
    {
        Clean = CleanText.Of,
        IsLong = true,
    };

    static ProblemState? StateIn(string? typed) =>
        Array.IndexOf(Enum.GetNames<ProblemState>(), typed) is >= 0 and var at
            ? Enum.GetValues<ProblemState>()[at]
            : null;
}

public sealed class AnswerFormRules : AbstractValidator<AnswerForm>
{
    const int Longest = 4000;

    public AnswerFormRules()
    {
        RuleFor(form => form.Chosen)
            .NotNull()
            .WithMessage("Choose a state.")
            .OverridePropertyName(nameof(AnswerForm.State));
        RuleFor(form => form.CleanAnswer)
            .MaximumLength(Longest)
            .WithMessage("Enter at most 4,000 characters.")
            .OverridePropertyName(nameof(AnswerForm.Answer));
    }
}
