using System.Globalization;

namespace StaffDashboard.Data.Fields;

/// <summary>One of the office's own list, kept by its id and read by its name.</summary>
public sealed class ChoiceType(ChoiceList list, string whereToAdd) : FieldType
{
    public override ChoiceList List => list;
    public override Control Control => Control.Choice;

    public static string Text(Guid? id) => id?.ToString() ?? "";

    public static Guid? Id(string value) =>
        value.Length == 0 ? null : Guid.Parse(value, CultureInfo.InvariantCulture);

    public override bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        var text = CleanText.Of(typed);
        var known = words.Of(list);
        var found = Guid.TryParse(text, CultureInfo.InvariantCulture, out var id)
            ? known.Where(choice => choice.Key == id)
            : known.Where(choice => choice.Value.Equals(text, StringComparison.OrdinalIgnoreCase));
        value = found.Select(choice => choice.Key.ToString()).FirstOrDefault() ?? "";
        problem =
            text.Length == 0 || value.Length > 0
                ? ""
                : $"{label}: “{text}” is not in the list. {whereToAdd}";
        return problem.Length == 0;
    }

    // Whether it still is in the list, the database knows.
    public override bool IsCanonical(string value) =>
        value.Length == 0 || Guid.TryParseExact(value, "D", out _);

    public override string Show(string value, OfficeWords words) =>
        Guid.TryParse(value, CultureInfo.InvariantCulture, out var id)
            ? words.Of(list).GetValueOrDefault(id, "no longer in the list")
            : "";

    public override string Edit(string value, OfficeWords words) => value;

    public override IEnumerable<(string Value, string Text)> Choices(OfficeWords words) =>
        words
            .Of(list)
            .OrderBy(choice => choice.Value, StringComparer.CurrentCultureIgnoreCase)
            .Select(choice => (choice.Key.ToString(), choice.Value))
            .Prepend(("", "None"));

    public override string Sql(string text) => $"nullif({text}, '')::uuid";
}
