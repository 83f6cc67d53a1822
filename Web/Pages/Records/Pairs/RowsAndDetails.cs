using System.Globalization;
using StaffDashboard.Data;
using StaffDashboard.Data.Records;
using StaffDashboard.Web.Consistency;
using StaffDashboard.Web.Live;
using StaffDashboard.Web.Pages.Shared.Lists;
using StaffDashboard.Web.Pages.Shared.Records;

namespace StaffDashboard.Web.Pages.Records.Pairs;

/// <summary>A row of the list as this node serves it, and the record whose page it leads to.</summary>
sealed class RowsAndDetails(RecordPages pages, Office office, ListParts parts, FragmentCache cache)
    : IPair
{
    const int Most = 10;

    public string Name => $"{pages.Room}-rows";

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
        var stored = await pages.Type.ReadAsync(office, id, stop) as IListed;
        var version = stored?.Version.ToString(CultureInfo.InvariantCulture) ?? "none";
        return
            shown != version
            && await cache.HasHeardAllAsync(stop)
            && ReferenceEquals(served, await ServedAsync(stop))
            ? new(("the row's version", shown), ("the record's version", version), pages.Room)
            : null;
    }

    Task<Fragment> ServedAsync(CancellationToken stop) =>
        parts.ListAsync(pages, new(pages.List), Served.ToManagers, stop);
}
