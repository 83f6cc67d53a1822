using System.Globalization;

namespace StaffDashboard.Web.Hosting;

/// <summary>How many requests a second are answered.</summary>
sealed partial class SettingsReader
{
    RateLimitSettings RateLimits()
    {
        var usual = new RateLimitSettings();
        return new(
            Limit("RateLimits:User", usual.User),
            Limit("RateLimits:Stranger", usual.Stranger),
            Limit("RateLimits:Address", usual.Address),
            Limit("RateLimits:UserAtOnce", usual.UserAtOnce)
        );
    }

    int? Limit(string key, int? usual)
    {
        if (Text(key) is not { } text)
            return usual;
        if (text.Equals("off", StringComparison.OrdinalIgnoreCase))
            return null;
        return
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            && limit is > 0 and <= 100_000
            ? limit
            : throw Bad(
                key,
                $"“{text}” is not a number of requests; write one such as 100, or off."
            );
    }
}
