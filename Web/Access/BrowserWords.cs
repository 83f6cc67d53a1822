namespace StaffDashboard.Web.Access;

/// <summary>"Firefox on Windows" out of what a browser says of itself. It may lie; nothing is decided by it.</summary>
static class BrowserWords
{
    // In this order: most of them also claim to be the ones below.
    static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg/", "Edge"),
        ("EdgA/", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
        ("curl/", "curl"),
    ];

    static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("CrOS", "ChromeOS"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ];

    public static string Of(string agent) =>
        (Named(Browsers, agent), Named(Systems, agent)) switch
        {
            (null, null) => "An unknown browser",
            (var browser, null) => browser,
            (null, var system) => $"A browser on {system}",
            var (browser, system) => $"{browser} on {system}",
        };

    /// <summary>"Firefox 144 on Windows", for whoever looks why it works here and not there.</summary>
    public static string WithVersion(string agent)
    {
        var words = Of(agent);
        foreach (var (sign, name) in Browsers)
            if (
                words.StartsWith(name, StringComparison.Ordinal)
                && Version(agent, sign) is { } version
            )
                return $"{name} {version}{words[name.Length..]}";
        return words;
    }

    static string? Version(string agent, string sign)
    {
        // Safari's own number stands elsewhere; the one behind its name is that of the engine.
        var at = agent.IndexOf(sign is "Safari/" ? "Version/" : sign, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var from = agent.IndexOf('/', at) + 1;
        var digits = agent.AsSpan(from).IndexOfAnyExceptInRange('0', '9');
        var version = digits < 0 ? agent[from..] : agent[from..(from + digits)];
        return version.Length is > 0 and <= 4 ? version : null;
    }

    public static bool IsPhone(string agent) =>
        agent.Contains("Mobile", StringComparison.Ordinal)
        || agent.Contains("iPhone", StringComparison.Ordinal);

    static string? Named((string Sign, string Name)[] known, string agent) =>
        known.FirstOrDefault(one => agent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
