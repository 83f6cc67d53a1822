using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;

namespace StaffDashboard.Web.Pages.Team.Person;

/// <summary>One person as this viewer may see them.</summary>
public sealed record PersonView(
    Employee Employee,
    string? UserName,
    string? UserEmail,
    bool IsManager
)
{
    public Guid Id => Employee.Id;

    public static async Task<PersonView?> ReadAsync(
        Office office,
        Viewer viewer,
        Guid id,
        CancellationToken stop
    )
    {
        var found = await office
            .Employees.AsNoTracking()
            .Include(e => e.WorkRole)
            .Where(e => e.Id == id)
            .Select(e => new
            {
                Employee = e,
                // One by one: asked for together, all users would be numbered to find the first.
                UserName = office
                    .Users.Where(u => u.Id == e.UserId)
                    .Select(u => u.Name)
                    .FirstOrDefault(),
                UserEmail = office
                    .Users.Where(u => u.Id == e.UserId)
                    .Select(u => u.Email)
                    .FirstOrDefault(),
            })
            .FirstOrDefaultAsync(stop);
        return found is null
            ? null
            : new(found.Employee, found.UserName, found.UserEmail, viewer.IsManager);
    }
}
