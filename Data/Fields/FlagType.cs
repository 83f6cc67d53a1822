using System.Text.Json;
using System.Text.Json.Nodes;

namespace StaffDashboard.Data.Fields;

/// <summary>Yes or no.</summary>
public sealed class FlagType : FieldType
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

    public override Control Control => Control.Check;

    /// <summary>How each reads.</summary>
    public (string On, string Off) Words { get; init; } = ("Yes", "No");

    public static string Text(bool on) => on ? On : Off;

    public static bool IsOn(string value) => value == On;

    public override bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        var text = CleanText.Of(typed);
        value = Text(Yes.Contains(text));
        problem = Yes.Contains(text) || No.Contains(text) ? "" : $"{label}: enter yes or no.";
        return problem.Length == 0;
    }

    public override string Show(string value, OfficeWords words) =>
        IsOn(value) ? Words.On : Words.Off;

    public override string Edit(string value, OfficeWords words) => value;

    public override IEnumerable<(string Value, string Text)> Choices(OfficeWords words) =>
        [(On, Words.On), (Off, Words.Off)];

    public override JsonNode? ToTrail(string value) => IsOn(value);

    public override string FromTrail(JsonElement stored) =>
        Text(stored.ValueKind is JsonValueKind.True);

    public override string Sql(string text) => $"({text})::boolean";
}
