using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;

namespace StaffDashboard.Web.Pages.Team;

/// <summary>How many each chip would show. Never counted beyond a thousand: a million people must not be slower.</summary>
public sealed record TeamCounts(
    IReadOnlyList<TeamRole> Roles,
    IReadOnlyDictionary<TeamChip, int> Chips
)
{
    public const int Most = 1000;

    public int Of(TeamChip chip) => Chips.GetValueOrDefault(chip);

    public static string Words(int count) =>
        count > Most
            ? Most.ToString("N0", CultureInfo.InvariantCulture) + "+"
            : count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>All in one question to the database.</summary>
    public static async Task<TeamCounts> ReadAsync(
        Office office,
        TeamFilter filter,
        PeopleSearch search,
        DateOnly today,
        CancellationToken stop
    )
    {
        var found = await Chipped(filter)
            .Select(chip => Count(office.Employees.Matching(chip.Filter, search, today), chip.Chip))
            .Aggregate(InRoles(office, filter, search, today), (all, next) => all.Concat(next))
            .ToListAsync(stop);
        return new(
            [
                .. found
                    .Where(count => count.Chip == TeamChip.Role)
                    .Select(count => new TeamRole(count.Role!.Value, count.Name!, count.Count))
                    .OrderBy(role => role.Name, StringComparer.OrdinalIgnoreCase),
            ],
            found
                .Where(count => count.Chip != TeamChip.Role)
                .ToDictionary(c => c.Chip, c => c.Count)
        );
    }

    // While somebody searches, only what the search finds is counted: every chip would search again.
    static IEnumerable<(TeamChip Chip, TeamFilter Filter)> Chipped(TeamFilter filter)
    {
        yield return (TeamChip.Shown, filter);
        yield return (TeamChip.Active, filter with { Archived = false });
        yield return (TeamChip.Archived, filter with { Archived = true });
        if (filter.Search.Length > 0)
            yield break;
        yield return (TeamChip.AlwaysNeeded, filter with { AlwaysNeeded = true });
        yield return (TeamChip.NotLately, filter with { NotLately = true });
    }

    static IQueryable<Counted> Count(IQueryable<Employee> people, TeamChip chip) =>
        people
            .Take(Most + 1)
            .GroupBy(_ => 1)
            .Select(found => new Counted
            {
                Chip = chip,
                Role = null,
                Name = null,
                Count = found.Count(),
            });

    static IQueryable<Counted> InRoles(
        Office office,
        TeamFilter filter,
        PeopleSearch search,
        DateOnly today
    )
    {
        if (filter.Search.Length > 0)
            return office.WorkRoles.Select(role => new Counted
            {
                Chip = TeamChip.Role,
                Role = role.Id,
                Name = role.Name,
                Count = TeamRole.NotCounted,
            });
        var people = office.Employees.Matching(filter with { Role = null }, search, today);
        return office.WorkRoles.Select(role => new Counted
        {
            Chip = TeamChip.Role,
            Role = role.Id,
            Name = role.Name,
            Count = people.Where(e => e.WorkRoleId == role.Id).Take(Most + 1).Count(),
        });
    }

    sealed class Counted
    {
        public TeamChip Chip { get; init; }
        public Guid? Role { get; init; }
        public string? Name { get; init; }
        public int Count { get; init; }
    }
}

public enum TeamChip
{
    Shown,
    Active,
    Archived,
    AlwaysNeeded,
    NotLately,
    Role,
}

public sealed record TeamRole(Guid Id, string Name, int Count)
{
    public const int NotCounted = -1;
}
