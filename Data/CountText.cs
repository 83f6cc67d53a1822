using System.Globalization;

namespace StaffDashboard.Data;

/// <summary>How many, as one reads it: "1 person", "12,345 people".</summary>
public static class CountText
{
    public static string Number(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    public static string Of(long count, string one, string many) =>
        $"{Number(count)} {(count == 1 ? one : many)}";

    public static string Of(long count, string one) => Of(count, one, one + "s");
}
