using FluentValidation;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Problems;

public sealed class ProblemForm
{
    public const int LongestComment = 4000;

    public string? Comment { get; set; }
    public string? Page { get; set; }
    public string? Reference { get; set; }
    public string? Version { get; set; }
    public string? Context { get; set; }

    public string CleanComment => CleanText.Of(Comment ?? "");

    /// <summary>The path alone: what was searched for stands behind it.</summary>
    public string Path => Short((Page ?? "").Split('?', '#')[0], 200);
    public string CleanVersion => Short(Version, 60);
    public string? CleanReference => Short(Reference, 80) is { Length: > 0 } text ? text : null;

    static string Short(string? text, int longest) =>
        text is null ? "" : CleanText.Of(text.Length > longest ? text[..longest] : text);
}

public sealed class ProblemFormRules : AbstractValidator<ProblemForm>
{
    public ProblemFormRules() =>
        RuleFor(form => form.CleanComment)
            .NotEmpty()
            .WithMessage("Say in a few words what went wrong.")
            .MaximumLength(ProblemForm.LongestComment)
            .WithMessage("Enter at most 4,000 characters.");
}
