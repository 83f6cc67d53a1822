namespace StaffDashboard.Data.Employees;

/// <summary>How many digits a country code has (ITU-T E.164, list of assigned codes).</summary>
static class CountryCodes
{
    static readonly HashSet<string> Two =
    [
        "20",
        "27",
        "30",
        "31",
        "32",
        "33",
        "34",
        "36",
        "39",
        "40",
        "41",
        "43",
        "44",
        "45",
        "46",
        "47",
        "48",
        "49",
        "51",
        "52",
        "53",
        "54",
        "55",
        "56",
        "57",
        "58",
        "60",
        "61",
        "62",
        "63",
        "64",
        "65",
        "66",
        "81",
        "82",
        "84",
        "86",
        "90",
        "91",
        "92",
        "93",
        "94",
        "95",
        "98",
    ];

    public static int LengthOf(ReadOnlySpan<char> digits) =>
        digits[0] is '1' or '7' ? 1
        : Two.GetAlternateLookup<ReadOnlySpan<char>>().Contains(digits[..2]) ? 2
        : 3;
}
