using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace StaffDashboard.Data;

/// <summary>Amounts in the currency of the office, by its code (ISO 4217).</summary>
public static class Money
{
    public const string Euro = "EUR";

    public static string CurrencyFrom(IConfiguration settings) =>
        settings["StaffDashboard:Currency"] is { Length: > 0 } code
            ? code.ToUpperInvariant()
            : Euro;

    public static bool IsCurrency(string code) =>
        code == Euro
        || code.Length == 3
            && code.All(char.IsAsciiLetterUpper)
            && CultureInfo
                .GetCultures(CultureTypes.SpecificCultures)
                .Any(culture => new RegionInfo(culture.Name).ISOCurrencySymbol == code);

    /// <summary>"€"; of a currency without a sign of its own, its code.</summary>
    public static string Symbol(string currency) =>
        currency switch
        {
            Euro => "€",
            "GBP" => "£",
            "USD" => "$",
            _ => currency,
        };

    /// <summary>"€ 14.50" or "14.50 EUR" as somebody typed it, without the currency.</summary>
    public static string Amount(string typed, string currency)
    {
        foreach (var sign in (string[])[Symbol(currency), currency])
            if (
                typed.Length > sign.Length
                && typed.StartsWith(sign, StringComparison.OrdinalIgnoreCase)
            )
                return typed[sign.Length..].Trim();
            else if (
                typed.Length > sign.Length
                && typed.EndsWith(sign, StringComparison.OrdinalIgnoreCase)
            )
                return typed[..^sign.Length].Trim();
        return typed;
    }

    /// <summary>"€ 14.50", in one piece.</summary>
    public static string Show(decimal amount, string currency) =>
        Symbol(currency) + "\u00A0" + amount.ToString("0.00", CultureInfo.InvariantCulture);
}
