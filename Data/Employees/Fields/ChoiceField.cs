using System.Globalization;

namespace StaffDashboard.Data.Employees.Fields;

/// <summary>One of the office's own list, kept by its id and read by its name.</summary>
sealed class ChoiceField(
    string key,
    string column,
    string label,
    Section section,
    string whereToAdd,
    Func<OfficeWords, IReadOnlyDictionary<Guid, string>> choices,
    Func<Employee, Guid?> get,
    Action<Employee, Guid?> put
) : EmployeeField(key, column, label, section)
{
    public override string Of(Employee employee) => get(employee)?.ToString() ?? "";

    public override void Put(Employee employee, string value) =>
        put(employee, value.Length == 0 ? null : Guid.Parse(value, CultureInfo.InvariantCulture));

    public override bool TryRead(
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        var text = CleanText.Of(typed);
        var known = choices(words);
        var found = Guid.TryParse(text, CultureInfo.InvariantCulture, out var id)
            ? known.Where(choice => choice.Key == id)
            : known.Where(choice => choice.Value.Equals(text, StringComparison.OrdinalIgnoreCase));
        value = found.Select(choice => choice.Key.ToString()).FirstOrDefault() ?? "";
        problem =
            text.Length == 0 || value.Length > 0
                ? ""
                : $"{Label}: “{text}” is not in the list. {whereToAdd}";
        return problem.Length == 0;
    }

    // Whether it still is in the list, the database knows.
    public override bool IsCanonical(string value) =>
        value.Length == 0 || Guid.TryParseExact(value, "D", out _);

    public override string Show(string value, OfficeWords words) =>
        Guid.TryParse(value, CultureInfo.InvariantCulture, out var id)
            ? choices(words).GetValueOrDefault(id, "no longer in the list")
            : "";

    public override string Edit(string value, OfficeWords words) => value;
}
