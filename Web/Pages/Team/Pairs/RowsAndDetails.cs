using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Web.Consistency;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Team.Pairs;

/// <summary>A row of the list as this node serves it, and the person whose page it leads to.</summary>
sealed class RowsAndDetails(Office office, TeamParts parts, FragmentCache cache) : IPair
{
    const int Most = 10;
    static readonly TeamFilter Everybody = new();

    public string Name => "team-rows";

    public async Task<IReadOnlyList<string>> SampleAsync(CancellationToken stop)
    {
        var shown = Served.Versions(await parts.ListAsync(Everybody, mayChange: true, stop));
        var ids = shown.Keys.ToArray();
        Random.Shared.Shuffle(ids);
        return [.. ids.Take(Most).Select(id => id.ToString())];
    }

    public async Task<Difference?> LookAsync(string subject, CancellationToken stop)
    {
        var id = Guid.Parse(subject, CultureInfo.InvariantCulture);
        var served = await parts.ListAsync(Everybody, mayChange: true, stop);
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
            && ReferenceEquals(served, await parts.ListAsync(Everybody, mayChange: true, stop))
            ? new(("the row's version", shown), ("the person's version", version), "team")
            : null;
    }
}
