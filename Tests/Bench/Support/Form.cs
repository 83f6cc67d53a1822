using System.Net;
using System.Text.RegularExpressions;

namespace StaffDashboard.Bench.Support;

/// <summary>What a browser would send of a form of ours that nobody has touched.</summary>
static partial class Form
{
    internal static Dictionary<string, string> Read(string html)
    {
        var fields = new Dictionary<string, string>();
        foreach (Match input in Input().Matches(html))
            if (Value(input.Value, "name") is { Length: > 0 } name)
                fields[name] = Value(input.Value, "value") ?? "";
        return fields;
    }

    internal static string TokenOf(string html) =>
        Value(AntiforgeryMeta().Match(html).Value, "content")
        ?? throw new InvalidOperationException("The page carries no antiforgery token.");

    static string? Value(string tag, string attribute) =>
        Regex.Match(
            tag,
            $"\\s{attribute}=\"([^\"]*)\"",
            RegexOptions.ExplicitCapture | RegexOptions.None,
            TimeSpan.FromSeconds(1)
        )
            is { Success: true } found
            ? WebUtility.HtmlDecode(found.Groups[0].Value.Split('"')[1])
            : null;

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("<meta name=\"antiforgery\"[^>]*>")]
    private static partial Regex AntiforgeryMeta();
}
