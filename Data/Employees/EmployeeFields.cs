using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Records;
using StaffDashboard.Data.Users;
using static StaffDashboard.Data.Employees.EmployeeSections;

namespace StaffDashboard.Data.Employees;

/// <summary>Everything that is kept about a person, in the order in which it is shown.</summary>
public static class EmployeeFields
{
    public static readonly Field<Employee> Name = CommonFields.Name<Employee>(
        Contact,
        Employee.MaxName,
        "full name|vollständiger name|person|mitarbeiter|mitarbeitername|employee|staff"
    );

    public static readonly Field<Employee> Phone = CommonFields.Phone<Employee>(
        Contact,
        e => e.Phone,
        (e, v) => e.Phone = v
    );

    public static readonly Field<Employee> Email = CommonFields.Email<Employee>(
        Contact,
        e => e.Email,
        (e, v) => e.Email = v
    );

    public static readonly Field<Employee> WorkRole = new(
        nameof(Employee.WorkRoleId),
        "work_role_id",
        "Role",
        Work,
        new ChoiceType(WorkRoles.WorkRole.Choices, "A manager adds roles under Admin, Work roles."),
        e => ChoiceType.Text(e.WorkRoleId),
        (e, v) => e.WorkRoleId = ChoiceType.Id(v)
    )
    {
        OutlivesErasure = true,
        Headings =
            "work role|position|job|job title|function|rolle|funktion|tätigkeit|einsatzbereich|bereich|stelle",
    };

    public static readonly Field<Employee> Skills = new(
        nameof(Employee.Skills),
        "skills",
        "Skills",
        Work,
        new SkillsType(),
        e => SkillList.Write(e.Skills),
        (e, v) => e.HaveSkills(SkillList.Read(v))
    )
    {
        Hint = "Separated by commas.",
        Width = "all",
        Headings =
            "skill|tags|qualifications|fähigkeiten|kenntnisse|qualifikationen|qualifikation|kompetenzen|können",
    };

    public static readonly Field<Employee> Employment = new(
        nameof(Employee.Employment),
        "employment",
        "Employment",
        Work,
        new EnumType<Employment>(
            e => e.Words(),
            text => EmploymentWords.TryRead(text, out var known) ? known : null
        ),
        e => e.Employment.ToString(),
        (e, v) => e.Employment = Enum.Parse<Employment>(v)
    )
    {
        OutlivesErasure = true,
        Headings =
            "employment type|contract|contract type|anstellung|anstellungsart|beschäftigung|beschäftigungsart|vertrag|vertragsart|arbeitsverhältnis",
    };

    public static readonly Field<Employee> AlwaysNeeded = new(
        nameof(Employee.AlwaysNeeded),
        "always_needed",
        "Always needed",
        Work,
        new FlagType(),
        e => FlagType.Text(e.AlwaysNeeded),
        (e, v) => e.AlwaysNeeded = FlagType.IsOn(v)
    )
    {
        Headings = "always|core team|immer dabei|immer gebraucht|stammteam|stammkraft",
    };

    public static readonly Field<Employee> HourlyRate = CommonFields.HourlyRate<Employee>(
        Hours,
        "Seen by managers only.",
        "rate|wage|hourly wage|pay|stundenlohn|stundensatz|lohn|satz",
        e => e.HourlyRate,
        (e, v) => e.HourlyRate = v
    );

    public static readonly Field<Employee> OpeningHours = new(
        nameof(Employee.OpeningHours),
        "opening_hours",
        "Hours",
        Hours,
        new NumberType(1_000_000, mayBeEmpty: false),
        e => NumberType.Text(e.OpeningHours),
        (e, v) => e.OpeningHours = NumberType.Number(v) ?? 0
    )
    {
        OutlivesErasure = true,
        Hint = "Hours worked before this program counted.",
        Width = "short",
        Headings =
            "opening hours|opening balance|total hours|worked hours|stunden|gesamtstunden|arbeitsstunden|anfangsbestand",
    };

    public static readonly Field<Employee> LastWorkedOn = new(
        nameof(Employee.LastWorkedOn),
        "last_worked_on",
        "Last worked",
        Hours,
        new DateType(),
        e => DateType.Text(e.LastWorkedOn),
        (e, v) => e.LastWorkedOn = DateType.Day(v)
    )
    {
        Width = "short",
        Headings =
            "last worked on|last shift|last job|zuletzt gearbeitet|letzter einsatz|zuletzt|letzte schicht",
    };

    public static readonly Field<Employee> Notes = CommonFields.Notes<Employee>(
        EmployeeSections.Notes,
        Employee.MaxNotes,
        e => e.Notes,
        (e, v) => e.Notes = v
    );

    public static readonly Field<Employee> UserId = new(
        nameof(Employee.UserId),
        "user_id",
        "Sign-in",
        Account,
        new ChoiceType(User.Choices, "An Admin invites people under Admin, Users."),
        e => ChoiceType.Text(e.UserId),
        (e, v) => e.UserId = ChoiceType.Id(v)
    )
    {
        IsInFiles = false,
        Hint = "Who this person is when signed in. Links the two; gives no rights.",
    };

    public static readonly IReadOnlyList<Field<Employee>> All =
    [
        Name,
        Phone,
        Email,
        WorkRole,
        Skills,
        Employment,
        AlwaysNeeded,
        HourlyRate,
        OpeningHours,
        LastWorkedOn,
        Notes,
        UserId,
    ];
}
