using Microsoft.EntityFrameworkCore;
using StaffDashboard.Data;
using StaffDashboard.Data.Users;

namespace StaffDashboard.Web.Pages.Shared;

/// <summary>How this person wants it drawn, in the words of the style sheets.</summary>
public sealed record Look(string Theme, string Density)
{
    public static async Task<Look> OfAsync(Office office, CancellationToken stop)
    {
        var settings =
            await office.UserSettings.AsNoTracking().FirstOrDefaultAsync(stop)
            ?? new UserSettings();
        return new Look(Word(settings.Theme), Word(settings.Density));
    }

    static string Word(Enum choice) => choice.ToString().ToLowerInvariant();
}
