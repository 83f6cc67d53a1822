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

    /// <summary>What belongs to one thing is one place: a person, their history, their contact data.</summary>
    public static string Of(string path) =>
        Thing().Match(path) is { Success: true } thing ? thing.Value
        : IsPlace(path) ? path
        : Somewhere;

    public static bool IsPlace(string place) => Path().IsMatch(place);

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
        @"^(?=.{1,90}$)(?:/|(?:/[\w-]+)+)$",
        RegexOptions.None,
        matchTimeoutMilliseconds: 500
    )]
    private static partial Regex Path();
}
