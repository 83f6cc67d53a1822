using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Employees;
using StaffDashboard.Web.Consistency;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Team.Pairs;

/// <summary>
/// The count on a chip, the count above the list, the rows of the list: as this node serves them, and as they are.
/// A subject is a view of the list, as its address says it.
/// </summary>
sealed class ChipsAndList(Office office, TeamParts parts, FragmentCache cache) : IPair
{
    const int Roles = 2;

    public string Name => "team-counts";

    public async Task<IReadOnlyList<string>> SampleAsync(CancellationToken stop)
    {
        var roles = await office
            .WorkRoles.OrderBy(_ => EF.Functions.Random())
            .Take(Roles)
            .Select(role => role.Id)
            .ToListAsync(stop);
        return ["", "?always=1", "?archived=1", .. roles.Select(role => $"?role={role}")];
    }

    public async Task<Difference?> LookAsync(string subject, CancellationToken stop)
    {
        var filter = TeamFilter.Read(new QueryCollection(QueryHelpers.ParseQuery(subject)));
        var served = await parts.ListAsync(filter, mayChange: true, stop);
        var (count, chip) = (await CountAsync(filter, stop), await ChipAsync(filter, stop));
        var counted = TeamCounts.Words(count);
        var difference =
            Served.Summary(served) is { } summary && summary != counted
                ? Of("above the list", summary, counted)
            : Served.Chip(served, chip) is { } says && says != counted
                ? Of("on the chip", says, counted)
            : Served.Rows(served) != Math.Min(count, TeamView.PageSize)
                ? Of("rows of the list", Text(Served.Rows(served)), counted)
            : null;
        // Changes that were on their way have been told by now: what is still served is what nobody takes back.
        return
            difference is not null
            && await cache.HasHeardAllAsync(stop)
            && ReferenceEquals(served, await parts.ListAsync(filter, mayChange: true, stop))
            ? difference
            : null;
    }

    Task<int> CountAsync(TeamFilter filter, CancellationToken stop) =>
        office
            .Employees.Matching(filter, PeopleSearch.Nothing, parts.Today)
            .Take(TeamCounts.Most + 1)
            .CountAsync(stop);

    async Task<string> ChipAsync(TeamFilter filter, CancellationToken stop) =>
        filter.Archived ? "Archived"
        : filter.AlwaysNeeded ? "Always needed"
        : filter.Role is { } role
            ? await office
                .WorkRoles.Where(r => r.Id == role)
                .Select(r => r.Name)
                .FirstOrDefaultAsync(stop)
                ?? ""
        : "Active";

    static Difference Of(string where, string says, string counted) =>
        new((where, says), ("counted", counted), TeamParts.Topics[0]);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
