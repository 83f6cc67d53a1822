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
        return Enum.TryParse(letters, ignoreCase: true, out employment)
            && Enum.IsDefined(employment);
    }
}
