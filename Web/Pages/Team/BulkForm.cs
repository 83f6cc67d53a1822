using FluentValidation;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>What is to be done to the people picked in the list. View says which list, so that it is shown again.</summary>
public sealed class BulkForm
{
    public Guid[] Ids { get; set; } = [];
    public BulkAction? Action { get; set; }
    public string? Skill { get; set; }
    public Employment? Employment { get; set; }
    public Guid? Role { get; set; }
    public string? View { get; set; }

    /// <summary>What stood in the list when they were picked, "id:FullTime:role" each. Without script nothing is told.</summary>
    public string[] Was { get; set; } = [];

    public IReadOnlyDictionary<Guid, Employment> SeenEmployments
    {
        get
        {
            var seen = new Dictionary<Guid, Employment>();
            foreach (var (person, was, _) in Seen)
                if (Enum.TryParse<Employment>(was, out var employment))
                    seen[person] = employment;
            return seen;
        }
    }

    public IReadOnlyDictionary<Guid, Guid?> SeenRoles
    {
        get
        {
            var seen = new Dictionary<Guid, Guid?>();
            foreach (var (person, _, was) in Seen)
                if (was is "")
                    seen[person] = null;
                else if (Guid.TryParse(was, out var role))
                    seen[person] = role;
            return seen;
        }
    }

    // A form that waited in a browser may still come without the role.
    IEnumerable<(Guid Person, string Employment, string? Role)> Seen
    {
        get
        {
            foreach (var each in Was.Take(BulkFormValidator.Most))
                if (
                    each?.Split(':') is [var id, var employment, .. var rest]
                    && Guid.TryParse(id, out var person)
                )
                    yield return (person, employment, rest.FirstOrDefault());
        }
    }
}

public enum BulkAction
{
    AddSkill,
    RemoveSkill,
    Employ,
    SetRole,
    Archive,
    Restore,
}

public sealed class BulkFormValidator : AbstractValidator<BulkForm>
{
    public const int Most = 1000;

    public BulkFormValidator()
    {
        RuleFor(form => form.Ids).NotEmpty().WithMessage("Pick somebody first.");
        RuleFor(form => form.Ids.Length)
            .LessThanOrEqualTo(Most)
            .WithMessage($"At most {Most} people at once.");
        RuleFor(form => form.Action).NotNull().WithMessage("Choose what to do with them.");
        RuleFor(form => form.Employment)
            .NotNull()
            .When(form => form.Action == BulkAction.Employ)
            .WithMessage("Choose an employment type.");
        RuleFor(form => form.Role)
            .NotNull()
            .When(form => form.Action == BulkAction.SetRole)
            .WithMessage("Choose a role.");
        RuleFor(form => form.Skill)
            .Cascade(CascadeMode.Stop)
            .Must(skill => SkillList.Read(skill).Length == 1)
            .WithMessage("Enter one skill.")
            .Must(skill => SkillList.Read(skill)[0].Length <= Employee.MaxSkill)
            .WithMessage($"A skill has at most {Employee.MaxSkill} characters.")
            .Must(skill => NameText.IsPlain(SkillList.Read(skill)[0]))
            .WithMessage($"This skill {NameText.Problem}")
            .When(form => form.Action is BulkAction.AddSkill or BulkAction.RemoveSkill);
    }
}
