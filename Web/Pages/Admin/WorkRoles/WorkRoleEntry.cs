using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Admin.WorkRoles;

/// <summary>A role and how many have it: as many as the team's chip says, and the archived beside. Counted up to a thousand.</summary>
public sealed record WorkRoleEntry(
    Guid Id,
    string Name,
    int Hue,
    uint Version,
    int People,
    int Archived = 0
)
{
    const int Most = 1000;

    public string PeopleText =>
        Archived == 0 ? $"{Have(People)} it"
        : People == 0 ? $"{Have(Archived)} it, archived"
        : $"{Have(People)} it, and {Words(Archived)} archived";

    static string Have(int people) =>
        people switch
        {
            0 => "nobody has",
            1 => "1 person has",
            _ => $"{Words(people)} people have",
        };

    static string Words(int people) => people > Most ? "more than 1,000" : $"{people}";

    public static Task<List<WorkRoleEntry>> AllAsync(Office office, CancellationToken stop) =>
        office
            .WorkRoles.AsNoTracking()
            .OrderBy(role => role.Name)
            .Select(role => new WorkRoleEntry(
                role.Id,
                role.Name,
                role.Hue,
                role.Version,
                office
                    .Employees.IgnoreQueryFilters()
                    .Where(e => e.WorkRoleId == role.Id && e.ArchivedAt == null)
                    .Take(Most + 1)
                    .Count(),
                office
                    .Employees.IgnoreQueryFilters()
                    .Where(e => e.WorkRoleId == role.Id && e.ArchivedAt != null)
                    .Take(Most + 1)
                    .Count()
            ))
            .ToListAsync(stop);
}
