using System.Globalization;
using System.Text.Json.Nodes;
using StaffDashboard.Data.Fields;

namespace StaffDashboard.Data.WorkRoles;

/// <summary>One of the ten colours, kept by its number.</summary>
public sealed class HueType : FieldType
{
    public override Control Control => Control.Colours;

    public override bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        value = Number(CleanText.Of(typed)) is { } hue ? $"{hue}" : "";
        problem = value.Length > 0 ? "" : "Choose one of the colours.";
        return value.Length > 0;
    }

    public override string Show(string value, OfficeWords words) =>
        Number(value) is { } hue ? HueWords.Of(hue) : value;

    public override string Edit(string value, OfficeWords words) => value;

    public override IEnumerable<(string Value, string Text)> Choices(OfficeWords words) =>
        HueWords.All.Select((word, at) => ($"{at + 1}", word));

    public override JsonNode? ToTrail(string value) => Number(value);

    static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hue)
        && hue is >= 1 and <= WorkRole.Hues
            ? hue
            : null;
}
