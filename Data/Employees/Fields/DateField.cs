using System.Globalization;

namespace StaffDashboard.Data.Employees.Fields;

sealed class DateField(
    string key,
    string column,
    string label,
    Section section,
    Func<Employee, DateOnly?> get,
    Action<Employee, DateOnly?> put
) : EmployeeField(key, column, label, section)
{
    const string Iso = "yyyy-MM-dd";
    static readonly string[] Known = [Iso, "d.M.yyyy", "d/M/yyyy", "d-M-yyyy"];

    public override string Of(Employee employee) =>
        get(employee)?.ToString(Iso, CultureInfo.InvariantCulture) ?? "";

    public override void Put(Employee employee, string value) =>
        put(
            employee,
            value.Length == 0 ? null : DateOnly.ParseExact(value, Iso, CultureInfo.InvariantCulture)
        );

    public override bool TryRead(
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        (value, problem) = ("", "");
        var text = CleanText.Of(typed);
        if (text.Length == 0)
            return true;
        if (
            !DateOnly.TryParseExact(
                text,
                Known,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
            || date.Year < 1900
        )
            problem = $"{Label}: enter a date as 2026-11-21 or 21.11.2026.";
        else if (date > words.LatestDay)
            problem = $"{Label}: enter a date that is not in the future.";
        else
            value = date.ToString(Iso, CultureInfo.InvariantCulture);
        return problem.Length == 0;
    }

    public override string Show(string value, OfficeWords words) =>
        DateOnly.TryParseExact(
            value,
            Iso,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date.ToString("d MMM yyyy", CultureInfo.InvariantCulture)
            : value;

    public override string Edit(string value, OfficeWords words) => value;
}
