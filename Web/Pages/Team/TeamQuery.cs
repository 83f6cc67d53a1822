using StaffDashboard.Data.Employees;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>From what the address says to the people it means.</summary>
public static class TeamQuery
{
    public const int Lately = 30;

    public static IQueryable<Employee> Matching(
        this IQueryable<Employee> people,
        TeamFilter filter,
        PeopleSearch search,
        DateOnly today
    )
    {
        people = filter.Archived
            ? people.Where(e => e.ArchivedAt != null)
            : people.Where(e => e.ArchivedAt == null);
        if (filter.Role is { } role)
            people = people.Where(e => e.WorkRoleId == role);
        if (filter.Skill is { } skill)
            people = people.Where(e => e.Skills.Contains(skill));
        if (filter.Employment is { } employment)
            people = people.Where(e => e.Employment == employment);
        if (filter.AlwaysNeeded)
            people = people.Where(e => e.AlwaysNeeded);
        if (filter.NotLately)
        {
            var cutoff = today.AddDays(-Lately);
            people = people.Where(e => e.WorkedKey < cutoff);
        }
        return search.In(people);
    }

    public static IQueryable<Employee> InOrder(this IQueryable<Employee> people, TeamFilter filter)
    {
        var order = TeamOrder.Of(filter.Sort);
        // A page before a place is read backwards from there, and turned round afterwards.
        var descending = filter.Descending != (filter.Position?.Before ?? false);
        if (filter.Position is { } position)
            people = order.Beyond(people, position, descending);
        return order.Sort(people, descending);
    }
}
