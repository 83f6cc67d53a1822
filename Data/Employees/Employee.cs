using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.WorkRoles;

namespace StaffDashboard.Data.Employees;

public class Employee : Record
{
    public const int MaxName = 120;
    public const int MaxNotes = 4000;
    public const int MaxSkills = 30;
    public const int MaxSkill = 40;

    public static readonly RecordType<Employee> Type = new(
        "employees",
        "person",
        "people",
        EmployeeSections.All,
        EmployeeFields.All
    )
    {
        Heading = "People on the team",
        IsPerson = true,
        OnlyOneActive = ("phone", "somebody active has the same phone"),
        TakenSince = "somebody active has one of their phones by now",
        Including = all => all.Include(e => e.WorkRole),
    };

    public string? Phone { get; set; }
    public string? Email { get; set; }
    public Guid? WorkRoleId { get; set; }
    public WorkRole? WorkRole { get; init; }
    public string[] Skills { get; private set; } = [];
    public Employment Employment { get; set; }
    public bool AlwaysNeeded { get; set; }
    public decimal? HourlyRate { get; set; }
    public string Notes { get; set; } = "";
    public decimal OpeningHours { get; set; }
    public DateOnly? LastWorkedOn { get; set; }
    public Guid? UserId { get; set; }

    /// <summary>What lists sort by; the database keeps it.</summary>
    public DateOnly WorkedKey { get; private set; }

    /// <summary>Becomes the sum of approved hours on top of the opening balance.</summary>
    public decimal TotalHours => OpeningHours;

    public void HaveSkills(IEnumerable<string> skills)
    {
        var distinct = SkillList.Distinct(skills);
        if (!distinct.SequenceEqual(Skills, StringComparer.Ordinal))
            Skills = distinct;
    }
}
