namespace StaffDashboard.Data.Employees.Fields;

sealed class EmploymentField()
    : EmployeeField(nameof(Employee.Employment), "employment", "Employment", Section.Work)
{
    public override string Of(Employee employee) => employee.Employment.ToString();

    public override void Put(Employee employee, string value) =>
        employee.Employment = Enum.Parse<Employment>(value);

    public override bool TryRead(
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        var isKnown = EmploymentWords.TryRead(typed, out var employment);
        value = isKnown ? employment.ToString() : "";
        problem = isKnown ? "" : $"{Label}: choose one of {All}.";
        return isKnown;
    }

    public override string Show(string value, OfficeWords words) =>
        Enum.TryParse<Employment>(value, out var employment) ? employment.Words() : value;

    public override string Edit(string value, OfficeWords words) => value;

    static string All => string.Join(", ", Enum.GetValues<Employment>().Select(e => e.Words()));
}
