using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Users;
using static StaffDashboard.Data.Employees.EmployeeSections;

namespace StaffDashboard.Data.Employees;

/// <summary>Everything that is kept about a person, in the order in which it is shown.</summary>
public static class EmployeeFields
{
    public static readonly Field<Employee> Name = new(
        nameof(Employee.Name),
        "name",
        "Name",
        Contact,
        new TextType(Employee.MaxName)
        {
            IsNeverNull = true,
            Check = (v, _) =>
                (
                    v,
                    v.Length == 0 ? "Enter a name."
                    : NameText.IsPlain(v) ? ""
                    : $"This name {NameText.Problem}"
                ),
        },
        e => e.Name,
        (e, v) => e.Name = v
    )
    {
        IsRequired = true,
        Headings = "full name|vollständiger name|person|mitarbeiter|mitarbeitername|employee|staff",
    };

    public static readonly Field<Employee> Phone = new(
        nameof(Employee.Phone),
        "phone",
        "Phone",
        Contact,
        new TextType(40, Control.Tel)
        {
            Check = (v, words) =>
                v.Length == 0 || Employees.Phone.TryRead(v, words.CountryCode, out v)
                    ? (v, "")
                    : (v, Employees.Phone.Problem),
            Shown = Employees.Phone.Show,
        },
        e => e.Phone ?? "",
        (e, v) => e.Phone = TextType.OrNull(v)
    )
    {
        Hint =
            "With its country code, like +49 151 2345 6701; or as dialled here, like 0151 2345 6701.",
        Headings =
            "phone number|telephone|tel|mobile|mobile phone|mobile number|cell|telefon|telefonnummer|handy|handynummer|mobil|mobilnummer|mobiltelefon|rufnummer|whatsapp",
    };

    public static readonly Field<Employee> Email = new(
        nameof(Employee.Email),
        "email",
        "E-mail",
        Contact,
        new TextType(Employee.MaxEmail, Control.Email)
        {
            Check = (v, _) =>
                (v, v.Length == 0 || EmailAddress.IsPlausible(v) ? "" : EmailAddress.Problem),
        },
        e => e.Email ?? "",
        (e, v) => e.Email = TextType.OrNull(v)
    )
    {
        Headings = "email address|mail|mailadresse|emailadresse",
    };

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
        new EmploymentType(),
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

    public static readonly Field<Employee> HourlyRate = new(
        nameof(Employee.HourlyRate),
        "hourly_rate",
        "Hourly rate",
        Hours,
        new NumberType(10_000, mayBeEmpty: true),
        e => NumberType.Text(e.HourlyRate),
        (e, v) => e.HourlyRate = NumberType.Number(v)
    )
    {
        IsForManagers = true,
        Hint = "Seen by managers only.",
        Width = "short",
        Headings = "rate|wage|hourly wage|pay|stundenlohn|stundensatz|lohn|satz",
    };

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

    public static readonly Field<Employee> Notes = new(
        nameof(Employee.Notes),
        "notes",
        "Notes",
        EmployeeSections.Notes,
        new TextType(Employee.MaxNotes, Control.MultiLine) { IsNeverNull = true },
        e => e.Notes,
        (e, v) => e.Notes = v
    )
    {
        Width = "all",
        Headings =
            "note|comment|comments|remark|remarks|notiz|notizen|bemerkung|bemerkungen|kommentar|anmerkung|anmerkungen",
    };

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

    /// <summary>What a file may bring in and an export writes.</summary>
    public static readonly IReadOnlyList<Field<Employee>> InFiles =
    [
        .. All.Where(field => field.IsInFiles),
    ];
}
