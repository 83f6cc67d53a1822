using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Web.Consistency;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Team.Person;

namespace StaffDashboard.Web.Pages.Team.Pairs;

/// <summary>
/// The count on a chip, the count above the list, the rows of the list: as this node serves them, and as they are.
/// A subject is a view of the list, as its address says it.
/// </summary>
sealed class ChipsAndList(Office office, ListParts parts, FragmentCache cache) : IPair
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
        var query = ListQuery.Read(
            TeamList.List,
            new QueryCollection(QueryHelpers.ParseQuery(subject))
        );
        var served = await ServedAsync(query, stop);
        var (count, chip) = (
            await TeamList.List.CountAsync(office, query, parts.Today, ListCounts.Most + 1, stop),
            await ChipAsync(query, stop)
        );
        var counted = ListCounts.Words(count);
        var difference =
            Served.Summary(served) is { } summary && summary != counted
                ? Of("above the list", summary, counted)
            : Served.Chip(served, chip) is { } says && says != counted
                ? Of("on the chip", says, counted)
            : Served.Rows(served) != Math.Min(count, RecordList.PageSize)
                ? Of("rows of the list", Text(Served.Rows(served)), counted)
            : null;
        // Changes that were on their way have been told by now: what is still served is what nobody takes back.
        return
            difference is not null
            && await cache.HasHeardAllAsync(stop)
            && ReferenceEquals(served, await ServedAsync(query, stop))
            ? difference
            : null;
    }

    Task<Fragment> ServedAsync(ListQuery query, CancellationToken stop) =>
        parts.ListAsync(PersonPages.Pages, query, Served.ToManagers, stop);

    async Task<string> ChipAsync(ListQuery query, CancellationToken stop) =>
        query.Archived ? "Archived"
        : query.Of(TeamList.AlwaysNeeded) is not null ? "Always needed"
        : query.Of(TeamList.Role) is { } role
            ? await office
                .WorkRoles.Where(r => r.Id == Guid.Parse(role))
                .Select(r => r.Name)
                .FirstOrDefaultAsync(stop)
                ?? ""
        : "Active";

    static Difference Of(string where, string says, string counted) =>
        new((where, says), ("counted", counted), PersonPages.Pages.Room);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
