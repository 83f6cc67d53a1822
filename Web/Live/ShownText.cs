using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace StaffDashboard.Web.Live;

/// <summary>
/// What a reader sees of a fragment, as a fingerprint: its text without spaces and without times, which the browser
/// writes anew. wwwroot/js/shown.js does the same with what stands in the window.
/// </summary>
static partial class ShownText
{
    internal static string HashOf(string html)
    {
        var text = WebUtility.HtmlDecode(Tag().Replace(NotShown().Replace(html, ""), ""));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(Space().Replace(text, "")));
        return Convert.ToHexStringLower(hash.AsSpan(0, 12));
    }

    [GeneratedRegex(
        @"<!--.*?-->|<(?<tag>time|template|noscript)\b.*?</\k<tag>>",
        RegexOptions.Singleline,
        1000
    )]
    private static partial Regex NotShown();

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
