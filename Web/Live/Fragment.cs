using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace StaffDashboard.Web.Live;

/// <summary>A rendered piece of a page. Written into a page as it stands, or answered alone.</summary>
public sealed record Fragment(string Html, byte[] Utf8, string Tag) : IHtmlContent
{
    /// <param name="html">The markup.</param>
    /// <param name="isLive">Said by whoever renders it: a word in the markup may be a name that somebody typed.</param>
    public static Fragment Of(string html, bool isLive = false)
    {
        var utf8 = Encoding.UTF8.GetBytes(html);
        var tag = Convert.ToHexStringLower(SHA256.HashData(utf8).AsSpan(0, 12));
        return new(html, utf8, tag) { IsLive = isLive };
    }

    /// <summary>It can be asked for again by itself, hence also be pushed.</summary>
    internal bool IsLive { get; private init; }

    internal long Weight => Utf8.Length + 2L * Html.Length + 500;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(Html);
}
