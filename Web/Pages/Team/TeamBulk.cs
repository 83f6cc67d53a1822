using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Pages.Shared.Lists;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>What can be done to many people at once: each takes what it needs from the form, or says what is wrong.</summary>
static class TeamBulk
{
    public static readonly IReadOnlyList<BulkCommand> Commands =
    [
        new("AddSkill", AddSkillAsync),
        new("RemoveSkill", RemoveSkillAsync),
        new("Employ", EmployAsync),
        new("SetRole", SetRoleAsync) { Gone = RoleIsGone },
    ];

    static async Task<BulkResult> AddSkillAsync(BulkRequest asked) =>
        Skill(asked) is ({ } skill, _)
            ? new(
                await EmployeeBulk.LearnAsync(asked.Office, asked.Ids, skill, asked.Stop),
                people => $"Added {skill} to {people}",
                _ => "has it already, or has as many skills as fit"
            )
            : BulkResult.Refused(Skill(asked).Problem);

    static async Task<BulkResult> RemoveSkillAsync(BulkRequest asked) =>
        Skill(asked) is ({ } skill, _)
            ? new(
                await EmployeeBulk.UnlearnAsync(asked.Office, asked.Ids, skill, asked.Stop),
                people => $"Removed {skill} from {people}",
                isOne => isOne ? "this person does not have it" : "they do not have it"
            )
            : BulkResult.Refused(Skill(asked).Problem);

    static async Task<BulkResult> EmployAsync(BulkRequest asked)
    {
        if (
            !Enum.TryParse<Employment>(asked.Form["Employment"], out var employment)
            || !Enum.IsDefined(employment)
        )
            return BulkResult.Refused("Choose an employment type.");
        var seen = new Dictionary<Guid, Employment>();
        foreach (var (person, was) in asked.Seen)
            if (Enum.TryParse<Employment>(was.ElementAtOrDefault(0), out var known))
                seen[person] = known;
        return new(
            await EmployeeBulk.EmployAsync(asked.Office, asked.Ids, employment, seen, asked.Stop),
            people => $"Set {people} to {employment.Words().ToLowerInvariant()}",
            _ => ChangedMeanwhile
        );
    }

    static async Task<BulkResult> SetRoleAsync(BulkRequest asked)
    {
        if (!Guid.TryParse(asked.Form["Role"], out var role))
            return BulkResult.Refused("Choose a role.");
        if (await asked.Office.WorkRoles.FindAsync([role], asked.Stop) is null)
            return BulkResult.Refused(RoleIsGone);
        var seen = new Dictionary<Guid, Guid?>();
        // A form that waited in a browser may still come without the role.
        foreach (var (person, was) in asked.Seen)
            if (was.ElementAtOrDefault(1) is "")
                seen[person] = null;
            else if (Guid.TryParse(was.ElementAtOrDefault(1), out var known))
                seen[person] = known;
        return new(
            await EmployeeBulk.AssignRoleAsync(asked.Office, asked.Ids, role, seen, asked.Stop),
            people => $"Set the role of {people}",
            _ => ChangedMeanwhile
        );
    }

    const string RoleIsGone = "That role no longer exists";
    const string ChangedMeanwhile = "has it already, or somebody changed it in the meantime";

    static (string? Skill, string Problem) Skill(BulkRequest asked) =>
        SkillList.Read(asked.Form["Skill"]) switch
        {
            [{ Length: > Employee.MaxSkill }] => (
                null,
                $"A skill has at most {Employee.MaxSkill} characters."
            ),
            [var skill] when !NameText.IsPlain(skill) => (null, $"This skill {NameText.Problem}"),
            [var skill] => (skill, ""),
            _ => (null, "Enter one skill."),
        };
}
