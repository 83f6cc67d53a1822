using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.Employees;

sealed class EmploymentType : FieldType
{
    public override Control Control => Control.Choice;

    public override bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        var isKnown = EmploymentWords.TryRead(typed, out var employment);
        value = isKnown ? employment.ToString() : "";
        problem = isKnown ? "" : $"{label}: choose one of {All}.";
        return isKnown;
    }

    public override string Show(string value, OfficeWords words) =>
        Enum.TryParse<Employment>(value, out var employment) ? employment.Words() : value;

    public override string Edit(string value, OfficeWords words) => value;

    public override IEnumerable<(string Value, string Text)> Choices(OfficeWords words) =>
        Enum.GetValues<Employment>().Select(e => (e.ToString(), e.Words()));

    public override string Sql(string text) => text;

    static string All => string.Join(", ", Enum.GetValues<Employment>().Select(e => e.Words()));
}
