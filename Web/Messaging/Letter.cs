using System.Net;

namespace StaffDashboard.Web.Messaging;

/// <summary>One message to one person, as plain text and as simple markup with the same words.</summary>
public sealed record Letter
{
    readonly string[] before;
    readonly string[] after;
    readonly string linkText;

    /// <param name="to">The address alone, without a name.</param>
    /// <param name="subject">Goes into a header: line breaks would let somebody write headers of their own.</param>
    /// <param name="before">Paragraphs above the link.</param>
    /// <param name="linkText">What the link does.</param>
    /// <param name="link">Where it leads.</param>
    /// <param name="after">Paragraphs below it.</param>
    public Letter(
        string to,
        string subject,
        string[] before,
        string linkText,
        Uri link,
        string[] after
    )
    {
        To = OneLine(to);
        Subject = OneLine(subject);
        Link = link;
        (this.before, this.linkText, this.after) = (before, linkText, after);
    }

    public string To { get; }
    public string Subject { get; }
    public Uri Link { get; }

    public string Text =>
        string.Join("\n\n", [.. before, $"{linkText}:\n{Link.AbsoluteUri}", .. after]) + "\n";

    public string Html =>
        $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>{Encode(
                Subject
            )}</title></head><body>
            {Paragraphs(before)}
            <p><a href="{Encode(Link.AbsoluteUri)}">{Encode(linkText)}</a></p>
            {Paragraphs(after)}
            </body></html>
            """;

    static string Paragraphs(string[] paragraphs) =>
        string.Join("\n", paragraphs.Select(text => $"<p>{Encode(text)}</p>"));

    static string Encode(string text) => WebUtility.HtmlEncode(text);

    static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c))
            .Trim();
}
