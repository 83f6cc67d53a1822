using System.Text.RegularExpressions;
using FluentValidation;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Problems;

public sealed partial class ProblemForm
{
    public const int LongestComment = 4000;

    public string? Comment { get; set; }
    public string? Page { get; set; }
    public string? Reference { get; set; }
    public string? Version { get; set; }
    public string? Context { get; set; }

    public string CleanComment => CleanText.Of(Comment ?? "");

    /// <summary>
    /// A path of this site, and the path alone: what was searched for stands behind it. Anything else is dropped,
    /// since it stands in the daily report as the page of the problem.
    /// </summary>
    public string Path =>
        (Page ?? "").Split('?', '#')[0] is { Length: <= 200 } path && SitePath().IsMatch(path)
            ? path
            : "";
    public string CleanVersion => Short(Version, 60);
    public string? CleanReference => Short(Reference, 80) is { Length: > 0 } text ? text : null;

    static string Short(string? text, int longest) =>
        text is null ? "" : CleanText.Of(text.Length > longest ? text[..longest] : text);

    [GeneratedRegex(@"\A/(?:[A-Za-z0-9._~%-]+/)*[A-Za-z0-9._~%-]*\z", RegexOptions.NonBacktracking)]
    private static partial Regex SitePath();
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
