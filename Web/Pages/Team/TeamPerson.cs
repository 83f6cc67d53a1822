using System.Linq.Expressions;
using StaffDashboard.Data.Employees;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>One row of the list. The hourly rate is not in it: Staff sees the list.</summary>
public sealed record TeamPerson(
    Guid Id,
    string Name,
    string? Phone,
    Guid? RoleId,
    string? Role,
    int? Hue,
    string[] Skills,
    Employment Employment,
    bool AlwaysNeeded,
    DateOnly? LastWorkedOn,
    decimal Hours,
    DateTimeOffset? ArchivedAt,
    DateTimeOffset CreatedAt,
    string NameKey,
    uint Version
)
{
    /// <summary>What a change to many compares with: see <see cref="BulkForm.Was"/>.</summary>
    public string Was => $"{Employment}:{RoleId}";

    public static readonly Expression<Func<Employee, TeamPerson>> Of = e => new TeamPerson(
        e.Id,
        e.Name,
        e.Phone,
        e.WorkRoleId,
        e.WorkRole!.Name,
        (int?)e.WorkRole!.Hue,
        e.Skills,
        e.Employment,
        e.AlwaysNeeded,
        e.LastWorkedOn,
        e.OpeningHours,
        e.ArchivedAt,
        e.CreatedAt,
        e.NameKey,
        e.Version
    );
}
