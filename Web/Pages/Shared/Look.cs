using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Shared;

/// <summary>How this person wants it drawn, in the words of the style sheets.</summary>
public sealed record Look(string Theme, string Density)
{
    /// <summary>Every page asks for it, and it hardly ever changes: kept in memory until it does.</summary>
    public static Task<Look> OfAsync(
        ValueCache cache,
        Office office,
        Viewer viewer,
        CancellationToken stop
    )
    {
        var whose = viewer.Id?.ToString() ?? "nobody";
        return cache.GetAsync(
            "look",
            whose,
            [$"settings:{whose}"],
            giveUp => ReadAsync(office, giveUp),
            stop
        );
    }

    static async Task<Look> ReadAsync(Office office, CancellationToken stop)
    {
        var settings =
            await office.UserSettings.AsNoTracking().FirstOrDefaultAsync(stop)
            ?? new UserSettings();
        return new(
            $"{settings.Theme}".ToLowerInvariant(),
            $"{settings.Density}".ToLowerInvariant()
        );
    }
}
