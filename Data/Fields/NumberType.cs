using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace StaffDashboard.Data.Fields;

/// <summary>From nothing up.</summary>
public sealed class NumberType(decimal highest, bool mayBeEmpty) : FieldType
{
    public override Control Control => Control.Number;

    /// <summary>Read as an amount in the office's currency; in forms and files it is a number like any other.</summary>
    public bool IsMoney { get; init; }

    /// <summary>How it reads; in forms and files it stands as short as it can.</summary>
    public Func<decimal, string> Shown { get; init; } = number => Text(number);

    /// <summary>After the point; none: whole numbers only.</summary>
    public int Digits { get; init; } = 2;

    public decimal Lowest { get; init; }

    /// <summary>What is left empty is no number.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Nothing is not enough.</summary>
    public bool IsPositive { get; init; }

    /// <summary>May be typed behind it: "%".</summary>
    public string Suffix { get; init; } = "";

    public static string Text(decimal? number) =>
        number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Also of what only a hand at the database lets in.</summary>
    public static string TextOf(double number) =>
        Math.Abs(number) < 1e15
            ? Text((decimal)number)
            : number.ToString(CultureInfo.InvariantCulture);

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
        var text = WithoutSuffix(CleanText.Of(typed)).Replace(',', '.');
        if (IsMoney)
            text = Money.Amount(text, words.Currency);
        if (text.Length == 0 && !IsRequired)
        {
            value = mayBeEmpty ? "" : "0";
            return true;
        }
        const NumberStyles plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (!decimal.TryParse(text, plain, CultureInfo.InvariantCulture, out var number))
            problem = $"{label}: enter a {Kind}, like {(Digits == 0 ? "15" : "14.5")}.";
        else if (number < Lowest || number > highest || IsPositive && number == 0)
            problem = $"{label}: enter a {Kind} {Range}.";
        // By the digits, not the value: "1,000" is a thousand to one clerk and one to the next.
        else if (number.Scale > Digits)
            problem =
                Digits == 0
                    ? $"{label}: enter a whole number."
                    : $"{label}: at most {Digits} digits after the point.";
        else
            value = Text(number);
        return problem.Length == 0;
    }

    public override string Show(string value, OfficeWords words) =>
        !decimal.TryParse(value, CultureInfo.InvariantCulture, out var number)
        || number < Lowest
        || number > highest
            ? value
        : IsMoney ? Money.Show(number, words.Currency)
        : Shown(number);

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

    string Kind => Digits == 0 ? "whole number" : "number";

    string Range =>
        IsPositive
            ? $"above 0 and up to {Grouped(highest)}"
            : $"from {Grouped(Lowest)} to {Grouped(highest)}";

    static string Grouped(decimal number) =>
        number.ToString("#,0.##", CultureInfo.InvariantCulture);

    string WithoutSuffix(string text) =>
        Suffix.Length > 0 && text.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            ? text[..^Suffix.Length].TrimEnd()
            : text;

    public override string Sql(string text) => $"nullif({text}, '')::numeric";
}
