using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data.Employees.Fields;

public static class OfficeWordsQuery
{
    public static Task<OfficeWords> WordsAsync(
        this Office office,
        string countryCode,
        CancellationToken stop
    ) => office.WordsAsync(EmployeeFields.All, countryCode, stop);

    /// <summary>Only what these fields are read and shown by: most forms need no list at all.</summary>
    public static async Task<OfficeWords> WordsAsync(
        this Office office,
        IReadOnlyCollection<EmployeeField> fields,
        string countryCode,
        CancellationToken stop
    ) =>
        new(
            fields.Contains(EmployeeFields.WorkRole)
                ? await office
                    .WorkRoles.AsNoTracking()
                    .ToDictionaryAsync(r => r.Id, r => r.Name, stop)
                : OfficeWords.Plain.WorkRoles,
            fields.Contains(EmployeeFields.UserId)
                ? await office
                    .Users.AsNoTracking()
                    .Select(u => new { u.Id, u.Name })
                    .ToDictionaryAsync(u => u.Id, u => u.Name, stop)
                : OfficeWords.Plain.Users,
            countryCode
        );
}
