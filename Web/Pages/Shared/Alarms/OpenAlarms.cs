using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Alarms;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Shared.Alarms;

/// <summary>What every page of a Manager or Admin says of open alarms: kept until one opens, closes or is acknowledged.</summary>
public static class OpenAlarms
{
    public const string Address = "/admin/alerts";
    static readonly string[] Topics = ["alarms"];

    /// <summary>Those that nobody has acknowledged, over the page.</summary>
    public static Task<Fragment> BannerAsync(
        FragmentCache cache,
        Fragments fragments,
        Office office,
        CancellationToken stop
    ) =>
        cache.GetLiveAsync(
            "alarm-banner",
            "manager",
            Topics,
            async limit =>
                await fragments.RenderAsync<AlarmBanner>(
                    new
                    {
                        Alarms = await Open(office)
                            .Where(a => a.AcknowledgedAt == null)
                            // What opened in a silence is here as soon as its end had it told.
                            .Where(a => !a.WasSilent || a.ToldOpen == true)
                            .ToListAsync(limit),
                    }
                ),
            stop
        );

    /// <summary>How many are open, at the entry of the rail.</summary>
    public static Task<Fragment> CountAsync(
        FragmentCache cache,
        Fragments fragments,
        Office office,
        CancellationToken stop
    ) =>
        cache.GetLiveAsync(
            "alarm-count",
            "manager",
            Topics,
            async limit =>
                await fragments.RenderAsync<AlarmCount>(
                    new { Count = await Open(office).CountAsync(limit) }
                ),
            stop
        );

    static IQueryable<Alarm> Open(Office office) =>
        office.Alarms.AsNoTracking().Where(a => a.ClosedAt == null).OrderBy(a => a.OpenedAt);
}
