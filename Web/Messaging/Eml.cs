using System.Globalization;
using System.Text;
using StaffDashboard.Data.Letters;

namespace StaffDashboard.Web.Messaging;

/// <summary>A letter as a file that any mail program opens; and what we wrote read back.</summary>
static class Eml
{
    const string Boundary = "=_staffdashboard";

    public static string Write(QueuedLetter letter, string from) =>
        $"""
            From: {from}
            To: {HeaderText.Whole(letter.To)}
            Subject: {Word(HeaderText.OneLine(letter.Subject))}
            Date: {letter.At.UtcDateTime.ToString("R", CultureInfo.InvariantCulture)}
            {string.Join('\n', Headers(letter).Select(header => $"{header.Name}: {header.Value}"))}
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

    /// <summary>What a mail program does not make up by itself.</summary>
    public static IEnumerable<(string Name, string Value)> Headers(QueuedLetter letter)
    {
        yield return ("Message-ID", HeaderText.Whole(letter.MessageId));
        yield return ("Auto-Submitted", "auto-generated");
        if (letter.Unsubscribe is not { } address)
            yield break;
        yield return ("List-Unsubscribe", $"<{HeaderText.Whole(address)}>");
        yield return ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }

    /// <summary>The words of a letter that we wrote.</summary>
    public static string Read(string file)
    {
        var part = file.ReplaceLineEndings("\n").Split($"--{Boundary}")[1];
        return Decode(part[(part.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]);
    }

    static string Word(string text) =>
        $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}?=";

    static string Decode(string base64) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(base64));

    static string Lines(string text) =>
        Convert.ToBase64String(
            Encoding.UTF8.GetBytes(text),
            Base64FormattingOptions.InsertLineBreaks
        );
}
