namespace StaffDashboard.Data.Employees;

/// <summary>Skills as typed: separated by commas, each once whatever its capitals, in the order given.</summary>
public static class SkillList
{
    public static string[] Read(string? text) => Distinct((text ?? "").Split(','));

    public static string Write(IEnumerable<string> skills) => string.Join(", ", skills);

    public static string[] Distinct(IEnumerable<string> skills) =>
        [
            .. skills
                .Select(CleanText.Of)
                .Where(s => s.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
}
