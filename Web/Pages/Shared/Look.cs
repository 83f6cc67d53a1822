using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;
using StaffDashboard.Web.Live;

namespace StaffDashboard.Web.Pages.Shared;

/// <summary>How this person wants it drawn, in the words of the style sheets.</summary>
public sealed record Look(string Theme, string Density)
{
    /// <summary>Every page asks for it, and it hardly ever changes: kept in memory until it does.</summary>
    public static async Task<Look> OfAsync(
        FragmentCache memory,
        Office office,
        Viewer viewer,
        CancellationToken stop
    )
    {
        var whose = viewer.Id?.ToString() ?? "nobody";
        var words = await memory.GetAsync(
            "look",
            whose,
            [$"settings:{whose}"],
            giveUp => WordsAsync(office, giveUp),
            stop
        );
        var (theme, density) = (words.Html.Split(' ')[0], words.Html.Split(' ')[1]);
        return new Look(theme, density);
    }

    static async Task<string> WordsAsync(Office office, CancellationToken stop)
    {
        var settings =
            await office.UserSettings.AsNoTracking().FirstOrDefaultAsync(stop)
            ?? new UserSettings();
        return $"{settings.Theme} {settings.Density}".ToLowerInvariant();
    }
}
