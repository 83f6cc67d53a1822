using System.Globalization;
using System.Text;

namespace StaffDashboard.Tests.Fuzz;

/// <summary>
/// Writes text as the bytes of UTF-8, half an emoji too: the framework's own encoders would mend it before it leaves.
/// </summary>
static class FuzzEncoding
{
    internal static string Percent(string text) =>
        string.Concat(
            Bytes(text)
                .Select(b =>
                    char.IsAsciiLetterOrDigit((char)b)
                        ? ((char)b).ToString()
                        : string.Create(CultureInfo.InvariantCulture, $"%{b:X2}")
                )
        );

    internal static string Json(string text) =>
        $"\"{string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? c.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}")))}\"";

    internal static byte[] Bytes(string text)
    {
        var bytes = new List<byte>(text.Length);
        for (var at = 0; at < text.Length; at++)
            if (!char.IsSurrogate(text[at]))
                bytes.AddRange(Encoding.UTF8.GetBytes(text, at, 1));
            else if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
                bytes.AddRange(Encoding.UTF8.GetBytes(text, at++, 2));
            else
                bytes.AddRange([
                    (byte)(0xE0 | text[at] >> 12),
                    (byte)(0x80 | text[at] >> 6 & 0x3F),
                    (byte)(0x80 | text[at] & 0x3F),
                ]);
        return [.. bytes];
    }
}
