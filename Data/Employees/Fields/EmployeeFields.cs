namespace StaffDashboard.Data.Employees.Fields;

/// <summary>Everything that is kept about a person, in the order in which it is shown.</summary>
public static class EmployeeFields
{
    public static readonly EmployeeField Name = new TextField(
        nameof(Employee.Name),
        "name",
        "Name",
        Section.Contact,
        Employee.MaxName,
        e => e.Name,
        (e, v) => e.Name = v,
        (v, _) =>
            (
                v,
                v.Length == 0 ? "Enter a name."
                : NameText.IsPlain(v) ? ""
                : $"This name {NameText.Problem}"
            )
    );

    public static readonly EmployeeField Phone = new TextField(
        nameof(Employee.Phone),
        "phone",
        "Phone",
        Section.Contact,
        40,
        e => e.Phone,
        (e, v) => e.Phone = v.Length == 0 ? null : v,
        (v, words) =>
            v.Length == 0 || Employees.Phone.TryRead(v, words.CountryCode, out v)
                ? (v, "")
                : (v, Employees.Phone.Problem),
        Employees.Phone.Show
    );

    public static readonly EmployeeField Email = new TextField(
        nameof(Employee.Email),
        "email",
        "E-mail",
        Section.Contact,
        Employee.MaxEmail,
        e => e.Email,
        (e, v) => e.Email = v.Length == 0 ? null : v,
        (v, _) => (v, v.Length == 0 || EmailAddress.IsPlausible(v) ? "" : EmailAddress.Problem)
    );

    public static readonly EmployeeField WorkRole = new ChoiceField(
        nameof(Employee.WorkRoleId),
        "work_role_id",
        "Role",
        Section.Work,
        "A manager adds roles under Admin, Work roles.",
        words => words.WorkRoles,
        e => e.WorkRoleId,
        (e, v) => e.WorkRoleId = v
    );

    public static readonly EmployeeField Skills = new SkillsField();

    public static readonly EmployeeField Employment = new EmploymentField();

    public static readonly EmployeeField AlwaysNeeded = new FlagField(
        nameof(Employee.AlwaysNeeded),
        "always_needed",
        "Always needed",
        Section.Work,
        e => e.AlwaysNeeded,
        (e, v) => e.AlwaysNeeded = v
    );

    public static readonly EmployeeField HourlyRate = new NumberField(
        nameof(Employee.HourlyRate),
        "hourly_rate",
        "Hourly rate",
        Section.Hours,
        10_000,
        mayBeEmpty: true,
        e => e.HourlyRate,
        (e, v) => e.HourlyRate = v
    );

    public static readonly EmployeeField OpeningHours = new NumberField(
        nameof(Employee.OpeningHours),
        "opening_hours",
        "Hours",
        Section.Hours,
        1_000_000,
        mayBeEmpty: false,
        e => e.OpeningHours,
        (e, v) => e.OpeningHours = v ?? 0
    );

    public static readonly EmployeeField LastWorkedOn = new DateField(
        nameof(Employee.LastWorkedOn),
        "last_worked_on",
        "Last worked",
        Section.Hours,
        e => e.LastWorkedOn,
        (e, v) => e.LastWorkedOn = v
    );

    public static readonly EmployeeField Notes = new TextField(
        nameof(Employee.Notes),
        "notes",
        "Notes",
        Section.Notes,
        Employee.MaxNotes,
        e => e.Notes,
        (e, v) => e.Notes = v
    );

    public static readonly EmployeeField UserId = new ChoiceField(
        nameof(Employee.UserId),
        "user_id",
        "Sign-in",
        Section.Account,
        "An Admin invites people under Admin, Users.",
        words => words.Users,
        e => e.UserId,
        (e, v) => e.UserId = v
    );

    public static readonly IReadOnlyList<EmployeeField> All =
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
    public static readonly IReadOnlyList<EmployeeField> InFiles =
    [
        .. All.Where(field => field != UserId),
    ];

    public static EmployeeField? ByColumn(string column) =>
        All.FirstOrDefault(field => field.Column == column);

    public static EmployeeField? ByKey(string key) => All.FirstOrDefault(field => field.Key == key);

    public static IEnumerable<EmployeeField> In(Section section) =>
        All.Where(field => field.Section == section);
}
