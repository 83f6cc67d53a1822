using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Admin.WorkRoles;

/// <summary>A role and how many have it, the archived among them. Counted up to a thousand.</summary>
public sealed record WorkRoleEntry(Guid Id, string Name, int Hue, uint Version, int People)
{
    const int Most = 1000;

    public string PeopleText =>
        People switch
        {
            0 => "nobody has it",
            1 => "1 person has it",
            > Most => "more than 1,000 people have it",
            _ => $"{People} people have it",
        };

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
                    .Where(e => e.WorkRoleId == role.Id)
                    .Take(Most + 1)
                    .Count()
            ))
            .ToListAsync(stop);
}
