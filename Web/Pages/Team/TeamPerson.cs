using System.Linq.Expressions;
using StaffDashboard.Data.Employees;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>One row of the list. The hourly rate is not in it: Staff sees the list.</summary>
public sealed record TeamPerson(
    Guid Id,
    string Name,
    string? Phone,
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
    public static readonly Expression<Func<Employee, TeamPerson>> Of = e => new TeamPerson(
        e.Id,
        e.Name,
        e.Phone,
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
