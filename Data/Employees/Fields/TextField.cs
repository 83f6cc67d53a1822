namespace StaffDashboard.Data.Employees.Fields;

sealed class TextField(
    string key,
    string column,
    string label,
    Section section,
    int longest,
    Func<Employee, string?> get,
    Action<Employee, string> put,
    Func<string, OfficeWords, (string Value, string Problem)>? check = null,
    Func<string, string>? show = null
) : EmployeeField(key, column, label, section)
{
    public override string Of(Employee employee) => get(employee) ?? "";

    public override void Put(Employee employee, string value) => put(employee, value);

    public override bool TryRead(
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        // Browsers send CR LF where a text area shows a line break; it is one line break all the same.
        value = CleanText.Of(typed.ReplaceLineEndings("\n"));
        problem =
            value.Length > longest
                ? $"{Label}: at most {longest} characters; this has {value.Length}."
                : "";
        if (problem.Length == 0 && check is not null)
            (value, problem) = check(value, words);
        return problem.Length == 0;
    }

    public override string Show(string value, OfficeWords words) =>
        show is null ? value : show(value);
}
