using System.Globalization;
using System.Text;

namespace StaffDashboard.Web.Messaging;

/// <summary>A letter as a file that any mail program opens; and what we wrote read back.</summary>
static class Eml
{
    const string Boundary = "=_staffdashboard";

    public static string Write(Letter letter, string from, DateTimeOffset at) =>
        $"""
            From: {from}
            To: {letter.To}
            Subject: {Word(letter.Subject)}
            Date: {at.UtcDateTime.ToString("R", CultureInfo.InvariantCulture)}
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary="{Boundary}"

            --{Boundary}
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            {Lines(letter.Text)}
            --{Boundary}
            Content-Type: text/html; charset=utf-8
            Content-Transfer-Encoding: base64

            {Lines(letter.Html)}
            --{Boundary}--

            """.ReplaceLineEndings("\r\n");

    public static StoredLetter Read(string id, string file)
    {
        var parts = file.ReplaceLineEndings("\n").Split($"--{Boundary}");
        var headers = parts[0]
            .Split('\n')
            .Select(line => line.Split(": ", 2))
            .Where(header => header.Length == 2)
            .ToDictionary(header => header[0], header => header[1], StringComparer.Ordinal);
        var text = parts[1][(parts[1].IndexOf("\n\n", StringComparison.Ordinal) + 2)..];
        return new(
            id,
            DateTimeOffset.ParseExact(
                headers["Date"],
                "R",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            ),
            headers["To"],
            Unword(headers["Subject"]),
            Decode(text)
        );
    }

    static string Word(string text) =>
        $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    static string Unword(string word) => Decode(word["=?utf-8?B?".Length..^2]);

    static string Decode(string base64) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    static string Lines(string text) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes(text),
            Base64FormattingOptions.InsertLineBreaks
        );
}
