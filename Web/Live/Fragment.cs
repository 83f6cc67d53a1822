using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace StaffDashboard.Web.Live;

/// <summary>A rendered piece of a page. Written into a page as it stands, or answered alone.</summary>
public sealed record Fragment(string Html, byte[] Utf8, string Tag) : IHtmlContent
{
    public static Fragment Of(string html)
    {
        var utf8 = Encoding.UTF8.GetBytes(html);
        return new(html, utf8, Convert.ToHexStringLower(SHA256.HashData(utf8).AsSpan(0, 12)));
    }

    /// <summary>It can be asked for again by itself, hence also be pushed.</summary>
    internal bool IsLive { get; } = Html.Contains(" data-live=", StringComparison.Ordinal);

    internal long Weight => Utf8.Length + 2L * Html.Length + 500;

    public void WriteTo(TextWriter writer, HtmlEncoder encoder) => writer.Write(Html);
}
