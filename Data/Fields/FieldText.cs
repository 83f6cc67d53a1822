using System.Text.Json;

namespace StaffDashboard.Data.Fields;

/// <summary>Several values in one text, with commas between.</summary>
static class FieldText
{
    public static string Join(IEnumerable<string> parts) => string.Join(", ", parts);

    public static string[] Split(string text) =>
        [
            .. text.Split(
                    ',',
                    StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                )
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];

    /// <summary>Of a column that holds an array.</summary>
    public static string OfArray(JsonElement stored) =>
        stored.ValueKind is JsonValueKind.Array
            ? Join(stored.EnumerateArray().Select(each => each.ToString()))
            : stored.ToString();
}
