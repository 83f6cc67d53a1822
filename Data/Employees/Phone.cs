using System.Text;
using PhoneNumbers;

namespace StaffDashboard.Data.Employees;

/// <summary>Phone numbers as the world writes them (E.164), out of what people type.</summary>
public static class Phone
{
    public const string Problem =
        "Enter a phone number with its country code, like +49 1512 3456701.";

    // Shorter ones can be called within a town only.
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
        var region = Region(countryCode);
        var number =
            typed.StartsWith('+') || typed.StartsWith('0') || typed.StartsWith('(')
                ? Possible(Parse(typed, region))
            : typed.StartsWith(countryCode, StringComparison.Ordinal)
                ? BeyondDoubt(Parse("+" + typed, region))
            : BeyondDoubt(Parse("+" + typed, region), Parse(typed, region));
        if (number is null)
            return false;
        var read = Numbers.Format(number, PhoneNumberFormat.E164);
        // Zeros without end are taken for part of a number, and not when it is read again.
        if (Parse(read, null)?.Equals(number) is not true)
            return false;
        e164 = read;
        return true;
    }

    // New ranges are given out all the time: what only might be a number is one.
    static PhoneNumber? Possible(PhoneNumber? number) =>
        number is not null
        && Numbers.IsPossibleNumberWithReason(number)
            == PhoneNumberUtil.ValidationResult.IS_POSSIBLE
        && Numbers.Format(number, PhoneNumberFormat.E164).Length is > Shortest and <= Longest + 1
            ? number
            : null;

    // A spreadsheet has eaten the plus, or the zero: where either may be, somebody else would be called.
    static PhoneNumber? BeyondDoubt(params PhoneNumber?[] readings)
    {
        PhoneNumber[] valid =
        [
            .. readings.OfType<PhoneNumber>().Where(Numbers.IsValidNumber).Distinct(),
        ];
        return valid.Length == 1 ? Possible(valid[0]) : null;
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
