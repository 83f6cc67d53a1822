using System.Text.Json;
using System.Text.Json.Nodes;

namespace StaffDashboard.Data.Employees.Fields;

sealed class FlagField(
    string key,
    string column,
    string label,
    Section section,
    Func<Employee, bool> get,
    Action<Employee, bool> put
) : EmployeeField(key, column, label, section)
{
    const string On = "true";
    const string Off = "false";
    static readonly HashSet<string> Yes = new(
        ["true", "yes", "y", "1", "x", "ja", "on"],
        StringComparer.OrdinalIgnoreCase
    );
    static readonly HashSet<string> No = new(
        ["", "false", "no", "n", "0", "-", "nein", "off"],
        StringComparer.OrdinalIgnoreCase
    );

    public override string Of(Employee employee) => get(employee) ? On : Off;

    public override void Put(Employee employee, string value) => put(employee, value == On);

    public override bool TryRead(
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        var text = CleanText.Of(typed);
        value = Yes.Contains(text) ? On : Off;
        problem = Yes.Contains(text) || No.Contains(text) ? "" : $"{Label}: enter yes or no.";
        return problem.Length == 0;
    }

    public override string Show(string value, OfficeWords words) => value == On ? "Yes" : "No";

    public override string Edit(string value, OfficeWords words) => value;

    public override JsonNode? ToTrail(string value) => value == On;

    public override string FromTrail(JsonElement stored) =>
        stored.ValueKind is JsonValueKind.True ? On : Off;
}
