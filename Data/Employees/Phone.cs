using System.Text;

namespace StaffDashboard.Data.Employees;

/// <summary>Phone numbers as the world writes them (E.164), out of what people type.</summary>
public static class Phone
{
    public const string Problem =
        "Enter a phone number with its country code, like +49 151 2345 6701.";
    const int Shortest = 7;
    const int Longest = 15;
    const int Group = 4;

    /// <summary>Reads "0151 234-567", "0049 151…", "+49 (0)151…"; the country code stands in for a leading 0.</summary>
    public static bool TryRead(string text, string countryCode, out string e164)
    {
        e164 = "";
        var typed = CleanText.Of(text).Normalize(NormalizationForm.FormKC).Trim();
        if (typed.StartsWith("tel:", StringComparison.OrdinalIgnoreCase))
            typed = typed[4..].TrimStart();
        var isInternational = IsInternational(ref typed);
        // The trunk 0 in brackets is dialled only inside the country.
        if (isInternational)
            typed = typed.Replace("(0)", "", StringComparison.Ordinal);
        if (!TryDigits(typed, out var digits))
            return false;
        if (!isInternational && digits.StartsWith('0'))
            digits = countryCode + digits[1..];
        else if (!isInternational)
            return false;
        if (digits.Length is < Shortest or > Longest || digits[0] == '0')
            return false;
        e164 = "+" + digits;
        return true;
    }

    /// <summary>+4915123456701 → +49 151 2345 6701: the country, the city or network where it is known, then groups that the eye can hold.</summary>
    public static string Show(string e164)
    {
        if (e164.Length < 8 || e164[0] != '+')
            return e164;
        var at = 1 + CountryCodes.LengthOf(e164.AsSpan(1));
        var shown = new StringBuilder(e164[..at]);
        var area = AreaCodes.LengthOf(e164.AsSpan(0, at), e164.AsSpan(at));
        if (area > 0)
            Add(area);
        for (var groups = (e164.Length - at + Group - 1) / Group; groups > 0; groups--)
            Add((e164.Length - at) / groups);
        return shown.ToString();

        void Add(int length)
        {
            shown.Append(' ').Append(e164.AsSpan(at, length));
            at += length;
        }
    }

    static bool IsInternational(ref string typed)
    {
        var prefix =
            typed.StartsWith('+') ? 1
            : typed.StartsWith("00", StringComparison.Ordinal) ? 2
            : 0;
        typed = typed[prefix..];
        return prefix > 0;
    }

    static bool TryDigits(string typed, out string digits)
    {
        digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return typed.All(c =>
            char.IsAsciiDigit(c)
            || char.IsWhiteSpace(c)
            || c is '-' or '–' or '/' or '.' or '(' or ')'
        );
    }
}
