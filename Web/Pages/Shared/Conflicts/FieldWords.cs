using System.Globalization;
using System.Text.Json.Nodes;

namespace StaffDashboard.Web.Pages.Shared.Conflicts;

/// <summary>How a field of a small form is called, shown, and held by its column.</summary>
public sealed record FieldWords(string Label, Func<string, string> Show)
{
    public IReadOnlyList<(string Value, string Text)> Options { get; init; } = [];

    /// <summary>Typed in several lines.</summary>
    public bool IsLong { get; init; }

    /// <summary>As it is compared and kept, of what somebody typed; what cannot be read stays as it is.</summary>
    public Func<string, string> Clean { get; init; } = typed => typed;
    public Func<string, JsonNode?> ToTrail { get; init; } = value => value;
    public Func<JsonNode?, string> FromTrail { get; init; } = stored => stored?.ToString() ?? "";

    public static FieldWords OnOff(string label) =>
        new(label, value => value == True ? "on" : "off")
        {
            Options = [(True, "on"), (False, "off")],
            ToTrail = value => value == True,
        };

    public static FieldWords Number(string label, Func<string, string> show) =>
        new(label, show)
        {
            ToTrail = value =>
                decimal.TryParse(value, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : value,
        };

    /// <summary>A tick as the form sends it.</summary>
    public static string Of(bool value) => value ? True : False;

    const string True = "true";
    const string False = "false";
}
