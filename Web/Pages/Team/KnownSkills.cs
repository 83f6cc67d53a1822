using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Team;

public static class KnownSkills
{
    const int Most = 500;

    public static Task<List<string>> KnownSkillsAsync(this Office office, CancellationToken stop) =>
        office
            .Skills.Select(skill => skill.Name)
            .OrderBy(name => name)
            .Take(Most)
            .ToListAsync(stop);

    /// <summary>None for a form that does not ask for them.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(
        Office office,
        RecordForm form,
        CancellationToken stop
    ) => form.Fields.Contains(EmployeeFields.Skills) ? await office.KnownSkillsAsync(stop) : [];
}
