namespace StaffDashboard.Data.Employees;

public enum Employment
{
    FullTime,
    PartTime,
    Freelance,
    Student,
    Temporary,
}

public static class EmploymentWords
{
    /// <summary>As lists from German offices have it.</summary>
    static readonly Dictionary<string, Employment> German = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Vollzeit"] = Employment.FullTime,
        ["Teilzeit"] = Employment.PartTime,
        ["Freiberuflich"] = Employment.Freelance,
        ["Selbständig"] = Employment.Freelance,
        ["Werkstudent"] = Employment.Student,
        ["Studentin"] = Employment.Student,
        ["Aushilfe"] = Employment.Temporary,
        ["Befristet"] = Employment.Temporary,
    };

    public static string Words(this Employment employment) =>
        employment switch
        {
            Employment.FullTime => "Full-time",
            Employment.PartTime => "Part-time",
            _ => employment.ToString(),
        };

    public static bool TryRead(string text, out Employment employment)
    {
        var letters = string.Concat(text.Where(char.IsLetter));
        return German.TryGetValue(letters, out employment)
            || (
                Enum.TryParse(letters, ignoreCase: true, out employment)
                && Enum.IsDefined(employment)
            );
    }
}
