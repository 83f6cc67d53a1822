using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;

namespace StaffDashboard.Web.Pages.Team;

public static class KnownSkills
{
    const int Most = 300;

    public static Task<List<string>> KnownSkillsAsync(this Office office, CancellationToken stop) =>
        office
            .Skills.Select(skill => skill.Name)
            .OrderBy(name => name)
            .Take(Most)
            .ToListAsync(stop);
}
