using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>One page of the list, as it is drawn.</summary>
public sealed record TeamView(
    TeamFilter Filter,
    IReadOnlyList<TeamPerson> People,
    TeamPosition? Previous,
    TeamPosition? Next,
    TeamCounts Counts,
    DateOnly Today,
    bool MayChange
)
{
    public const int PageSize = 50;

    public static async Task<TeamView> ReadAsync(
        Office office,
        TeamFilter filter,
        DateOnly today,
        bool mayChange,
        CancellationToken stop
    )
    {
        await using var connection = await office.HoldConnectionAsync(stop);
        var search = filter.IsNarrow
            ? await PeopleSearch.PrepareAsync(connection, filter.Search, filter.Skill, stop)
            : PeopleSearch.Nothing;
        var people = await PageAsync(
            office.Employees.Matching(filter, search, today),
            filter,
            stop
        );
        // Everybody beyond that place has gone in the meantime: begin anew rather than show nothing.
        if (people.Count == 0 && filter.Position is not null)
            people = await PageAsync(
                office.Employees.Matching(filter, search, today),
                filter = filter with { Position = null },
                stop
            );
        var counts = await TeamCounts.ReadAsync(office, filter, search, today, stop);
        return Of(filter, people, counts, today, mayChange);
    }

    static Task<List<TeamPerson>> PageAsync(
        IQueryable<Employee> people,
        TeamFilter filter,
        CancellationToken stop
    ) => people.InOrder(filter).Take(PageSize + 1).Select(TeamPerson.Of).ToListAsync(stop);

    static TeamView Of(
        TeamFilter filter,
        List<TeamPerson> people,
        TeamCounts counts,
        DateOnly today,
        bool mayChange
    )
    {
        var hasMore = people.Count > PageSize;
        people = people[..Math.Min(people.Count, PageSize)];
        var isBefore = filter.Position?.Before ?? false;
        if (isBefore)
            people.Reverse();
        var order = TeamOrder.Of(filter.Sort);
        return new(
            filter,
            people,
            isBefore
                ? hasMore
                    ? At(people[0], before: true)
                    : null
                : filter.Position is null
                    ? null
                    : At(people[0], before: true),
            isBefore || hasMore ? At(people[^1], before: false) : null,
            counts,
            today,
            mayChange
        );

        TeamPosition At(TeamPerson person, bool before) =>
            new(before, person.Id, order.KeyOf(person));
    }
}
