using System.Text.RegularExpressions;

namespace StaffDashboard.Web.Live;

/// <summary>A page that colleagues may have open together. A browser says so by watching "here:/team".</summary>
public static partial class Place
{
    /// <summary>In the program, on a page that is nobody else's.</summary>
    public const string Somewhere = "/";

    const string Kind = "here:";
    const int Most = 20;

    public static string TopicOf(string place) => Kind + place;

    /// <summary>
    /// What belongs to one thing is one place: a person, their history, their contact data. So is a page however its
    /// address is written: the router takes /Team/ for /team.
    /// </summary>
    public static string Of(string path)
    {
        var plain = path.Length > 1 ? path.TrimEnd('/').ToLowerInvariant() : path;
        return Thing().Match(plain) is { Success: true } thing ? thing.Value
            : Path().IsMatch(plain) ? plain
            : Somewhere;
    }

    /// <summary>Only as <see cref="Of"/> writes it: by another spelling a rule about the page would not know it.</summary>
    public static bool IsPlace(string place) => Of(place) == place;

    /// <summary>The page itself, or one below it.</summary>
    public static bool IsWithin(string place, string page) =>
        place == page || place.StartsWith(page + "/", StringComparison.Ordinal);

    internal static IReadOnlyList<string> In(IEnumerable<string> topics) =>
        [
            .. topics
                .Where(topic => topic.StartsWith(Kind, StringComparison.Ordinal))
                .Select(topic => topic[Kind.Length..])
                .Take(Most),
        ];

    [GeneratedRegex(
        "^/[a-z-]+/[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?=/|$)",
        RegexOptions.None,
        matchTimeoutMilliseconds: 500
    )]
    private static partial Regex Thing();

    [GeneratedRegex(
        "^(?=.{1,90}$)(?:/|(?:/[a-z0-9_-]+)+)$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 500
    )]
    private static partial Regex Path();
}
