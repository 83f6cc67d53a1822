using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StaffDashboard.Data.Fields;

/// <summary>From nothing up, with two digits after the point.</summary>
public sealed class NumberType(decimal highest, bool mayBeEmpty) : FieldType
{
    public override Control Control => Control.Number;

    /// <summary>Read as an amount in the office's currency; in forms and files it is a number like any other.</summary>
    public bool IsMoney { get; init; }

    public static string Text(decimal? number) =>
        number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    public static decimal? Number(string value) =>
        value.Length == 0 ? null : decimal.Parse(value, CultureInfo.InvariantCulture);

    public override bool TryRead(
        string label,
        string typed,
        OfficeWords words,
        out string value,
        out string problem
    )
    {
        (value, problem) = ("", "");
        var text = CleanText.Of(typed).Replace(',', '.');
        if (IsMoney)
            text = Money.Amount(text, words.Currency);
        if (text.Length == 0)
        {
            value = mayBeEmpty ? "" : "0";
            return true;
        }
        const NumberStyles plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var number))
            problem = $"{label}: enter a number, like 14.5.";
        else if (number < 0 || number > highest)
            problem =
                $"{label}: enter a number from 0 to {highest.ToString("N0", CultureInfo.InvariantCulture)}.";
        // By the digits, not the value: "1,000" is a thousand to one clerk and one to the next.
        else if (number.Scale > 2)
            problem = $"{label}: at most two digits after the point.";
        else
            value = Text(number);
        return problem.Length == 0;
    }

    public override string Show(string value, OfficeWords words) =>
        !decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) ? value
        : IsMoney ? Money.Show(number, words.Currency)
        : Text(number);

    public override string? Unit(OfficeWords words) =>
        IsMoney ? Money.Symbol(words.Currency) : null;

    public override string Edit(string value, OfficeWords words) => value;

    public override string InFile(string value, OfficeWords words) => value;

    public override JsonNode? ToTrail(string value) =>
        value.Length == 0 ? null
        : decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) ? number
        : value;

    public override string FromTrail(JsonElement stored) =>
        stored.ValueKind is JsonValueKind.Null ? ""
        : stored.ValueKind is JsonValueKind.Number && stored.TryGetDecimal(out var number)
            ? Text(number)
        : stored.ToString();

    public override string Sql(string text) => $"nullif({text}, '')::numeric";
}
