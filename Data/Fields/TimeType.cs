using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StaffDashboard.Data.Fields;

/// <summary>A time of day, to the minute.</summary>
public sealed class TimeType : FieldType
{
    const string Format = "HH:mm";

    public override Control Control => Control.Time;

    public static string Text(TimeOnly time) => time.ToString(Format, CultureInfo.InvariantCulture);

    public static TimeOnly Time(string value) =>
        TimeOnly.ParseExact(value, Format, CultureInfo.InvariantCulture);

    public override bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        var isTime = TimeOnly.TryParseExact(
            CleanText.Of(typed),
            [Format, "H:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        );
        value = isTime ? Text(time) : "";
        problem = isTime ? "" : $"{label}: enter a time, like 07:00.";
        return isTime;
    }

    // The column has seconds.
    public override JsonNode? ToTrail(string value) => $"{value}:00";

    public override string FromTrail(JsonElement stored) =>
        stored.ToString() is { Length: > 5 } time ? time[..5] : stored.ToString();

    public override string Sql(string text) => $"({text})::time";
}
