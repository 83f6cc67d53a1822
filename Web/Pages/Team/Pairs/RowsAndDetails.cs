using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Web.Consistency;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Team.Person;

namespace StaffDashboard.Web.Pages.Team.Pairs;

/// <summary>A row of the list as this node serves it, and the person whose page it leads to.</summary>
sealed class RowsAndDetails(Office office, ListParts parts, FragmentCache cache) : IPair
{
    const int Most = 10;
    static readonly ListQuery Everybody = new(TeamList.List);

    public string Name => "team-rows";

    public async Task<IReadOnlyList<string>> SampleAsync(CancellationToken stop)
    {
        var shown = Served.Versions(await ServedAsync(stop));
        var ids = shown.Keys.ToArray();
        Random.Shared.Shuffle(ids);
        return [.. ids.Take(Most).Select(id => id.ToString())];
    }

    public async Task<Difference?> LookAsync(string subject, CancellationToken stop)
    {
        var id = Guid.Parse(subject, CultureInfo.InvariantCulture);
        var served = await ServedAsync(stop);
        if (!Served.Versions(served).TryGetValue(id, out var shown))
            return null;
        var stored = await office
            .Employees.Where(e => e.Id == id)
            .Select(e => (uint?)e.Version)
            .FirstOrDefaultAsync(stop);
        var version = stored?.ToString(CultureInfo.InvariantCulture) ?? "none";
        return
            shown != version
            && await cache.HasHeardAllAsync(stop)
            && ReferenceEquals(served, await ServedAsync(stop))
            ? new(("the row's version", shown), ("the person's version", version), "team")
            : null;
    }

    Task<Fragment> ServedAsync(CancellationToken stop) =>
        parts.ListAsync(PersonPages.Pages, Everybody, Served.ToManagers, stop);
}
