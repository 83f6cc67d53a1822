using System.Text;
using PhoneNumbers;

namespace StaffDashboard.Data.Employees;

/// <summary>Phone numbers as the world writes them (E.164), out of what people type.</summary>
public static class Phone
{
    public const string Problem =
        "Enter a phone number with its country code, like +49 1512 3456701.";

    const int Shortest = 7;
    const int Longest = 15;

    // A pasted paragraph is no phone number, and is not looked through for one.
    const int MostTyped = 40;

    static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    /// <summary>Reads "0151 234-567", "0049 151…", "+49 (0)151…"; without a country code it is one of the office's country.</summary>
    public static bool TryRead(string text, string countryCode, out string e164)
    {
        e164 = "";
        var typed = CleanText.Of(text).Normalize(NormalizationForm.FormKC).Trim();
        if (typed.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            typed = typed[4..].TrimStart();
        if (typed.Length > MostTyped || !typed.All(IsPart))
            return false;
        if (
            Parse(typed, Region(countryCode)) is not { } number
            || Numbers.IsPossibleNumberWithReason(number)
                != PhoneNumberUtil.ValidationResult.IS_POSSIBLE
        )
            return false;
        var read = Numbers.Format(number, PhoneNumberFormat.E164);
        // In some countries numbers within a town are possible, too: nobody else can call them.
        if (read.Length is < Shortest + 1 or > Longest + 1)
            return false;
        e164 = read;
        return true;
    }

    /// <summary>+4915123456701 → +49 1512 3456701, as its country groups it.</summary>
    public static string Show(string e164) =>
        Parse(e164, null) is { } number
            ? Numbers.Format(number, PhoneNumberFormat.INTERNATIONAL)
            : e164;

    static PhoneNumber? Parse(string typed, string? region)
    {
        try
        {
            return Numbers.Parse(typed, region);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    static string Region(string countryCode) =>
        Numbers.GetRegionCodeForCountryCode(
            int.Parse(countryCode, System.Globalization.CultureInfo.InvariantCulture)
        );

    // Letters would be read as the keys they stand on.
    static bool IsPart(char c) =>
        char.IsAsciiDigit(c)
        || char.IsWhiteSpace(c)
        || c is '+' or '-' or '–' or '/' or '.' or '(' or ')';
}
