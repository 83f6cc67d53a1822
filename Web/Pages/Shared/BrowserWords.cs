namespace StaffDashboard.Web.Pages.Shared;

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

    public static bool IsPhone(string agent) =>
        agent.Contains("Mobile", StringComparison.Ordinal)
        || agent.Contains("iPhone", StringComparison.Ordinal);

    static string? Named((string Sign, string Name)[] known, string agent) =>
        known.FirstOrDefault(one => agent.Contains(one.Sign, StringComparison.Ordinal)).Name;
}
