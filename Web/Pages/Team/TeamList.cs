using System.Globalization;
using System.Linq.Expressions;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.WorkRoles;
using StaffDashboard.Web.Pages.Shared.Lists;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>What the team is filtered and sorted by.</summary>
static class TeamList
{
    public const int Lately = 30;
    static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static readonly ListFilter<Employee> Role = new("role", "Role", ByRole)
    {
        Read = text => Guid.TryParse(text, out var id) ? id.ToString() : null,
        Choices = (office, people) =>
            office.WorkRoles.Select(role => new ListCount
            {
                Key = "role",
                Choice = role.Id,
                Text = role.Name,
                Count = people
                    .Where(e => e.WorkRoleId == role.Id)
                    .Take(ListCounts.Most + 1)
                    .Count(),
            }),
    };

    static readonly ListFilter<Employee> Skill = new(
        "skill",
        "Skill",
        (skill, _) => e => e.Skills.Contains(skill)
    )
    {
        Read = text =>
            CleanText.Beginning(text, Employee.MaxSkill) is { Length: > 0 } skill ? skill : null,
        Suggestions = "skill-list",
        IsSelective = true,
    };

    static readonly ListFilter<Employee> ByEmployment = new(
        "employment",
        "Employment",
        (value, _) =>
        {
            var employment = Enum.Parse<Employment>(value);
            return e => e.Employment == employment;
        }
    )
    {
        Read = text =>
            EmploymentWords.TryRead(text, out var employment) ? employment.ToString() : null,
        Options = [.. Enum.GetValues<Employment>().Select(e => (e.ToString(), e.Words()))],
    };

    public static readonly ListFilter<Employee> AlwaysNeeded = new(
        "always",
        "Always needed",
        (_, _) => e => e.AlwaysNeeded
    )
    {
        Read = text => text == "1" ? text : null,
        Chip = ("1", "Always needed"),
        Group = ListChips.State,
    };

    static readonly ListFilter<Employee> NotLately = new(
        "worked",
        "Last worked",
        (_, today) =>
        {
            var cutoff = today.AddDays(-Lately);
            return e => e.WorkedKey < cutoff;
        }
    )
    {
        Read = text => text == "not-lately" ? text : null,
        Chip = ("not-lately", $"Not for {Lately} days"),
    };

    static readonly ListSort<Employee> Worked = new ListSort<Employee, DateOnly>(
        "worked",
        "Longest not worked first",
        "Last worked first",
        e => e.WorkedKey,
        key => key.ToString("yyyy-MM-dd", Plain),
        text => DateOnly.ParseExact(text, "yyyy-MM-dd", Plain)
    )
    {
        BeginsDescending = true,
    };

    static readonly ListSort<Employee> Hours = new ListSort<Employee, decimal>(
        "hours",
        "Fewest hours first",
        "Most hours first",
        e => e.OpeningHours,
        key => key.ToString(Plain),
        text => decimal.Parse(text, NumberStyles.Number, Plain)
    )
    {
        BeginsDescending = true,
    };

    public static readonly RecordList List = new RecordList<Employee>(
        Employee.Type,
        [ListSorts.ByName<Employee>(), Worked, Hours, ListSorts.ByAge<Employee>()],
        [Role, Skill, ByEmployment, AlwaysNeeded, NotLately]
    )
    {
        SearchHint = "Name, phone, skill",
        Columns =
        [
            new("Person", "name"),
            new("Role"),
            new("Skills", Css: "opt"),
            new("Employment"),
            new("Last worked", "worked"),
            new("Hours", "hours", "num"),
            new("Status"),
        ],
        AlsoLive = [WorkRole.Choices.Topic],
        Row = typeof(TeamRow),
        Was = person => Was((Employee)person),
    };

    static string Was(Employee person) => $"{person.Employment}:{person.WorkRoleId}";

    static Expression<Func<Employee, bool>> ByRole(string value, DateOnly today)
    {
        var role = Guid.Parse(value, Plain);
        return e => e.WorkRoleId == role;
    }
}
