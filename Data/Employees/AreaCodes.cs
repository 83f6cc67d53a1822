namespace StaffDashboard.Data.Employees;

/// <summary>
/// Where the code of a city or of a mobile network ends, where that is certain: the other German cities have codes of
/// three to five digits, which only a directory knows.
/// </summary>
static class AreaCodes
{
    static readonly string[] German = ["30", "40", "69", "89"];
    static readonly string[] GermanMobile = ["15", "16", "17"];

    /// <summary>0 where it is not known.</summary>
    public static int LengthOf(ReadOnlySpan<char> country, ReadOnlySpan<char> number)
    {
        if (country is not "+49")
            return 0;
        foreach (var code in German)
            if (number.StartsWith(code, StringComparison.Ordinal))
                return code.Length;
        foreach (var code in GermanMobile)
            if (number.StartsWith(code, StringComparison.Ordinal))
                return code.Length + 1;
        return 0;
    }
}
