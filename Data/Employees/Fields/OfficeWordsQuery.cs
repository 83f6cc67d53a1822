using Microsoft.EntityFrameworkCore;

namespace StaffDashboard.Data.Employees.Fields;

public static class OfficeWordsQuery
{
    public static async Task<OfficeWords> WordsAsync(
        this Office office,
        string countryCode,
        CancellationToken stop
    )
    {
        var roles = await office
            .WorkRoles.AsNoTracking()
            .ToDictionaryAsync(r => r.Id, r => r.Name, stop);
        var users = await office
            .Users.AsNoTracking()
            .Select(u => new { u.Id, u.Name })
            .ToDictionaryAsync(u => u.Id, u => u.Name, stop);
        return new(roles, users, countryCode);
    }
}
