using System.Net;
using StaffDashboard.Data.Letters;

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
        To = HeaderText.OneLine(to);
        Subject = HeaderText.OneLine(subject);
        Link = link;
        // Names stand in the paragraphs, too: none of them may begin a paragraph of its own.
        this.before = [.. before.Select(HeaderText.OneLine)];
        this.after = [.. after.Select(HeaderText.OneLine)];
        this.linkText = linkText;
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

    /// <param name="key">Two letters with one key are one letter.</param>
    /// <param name="now">It is due at once.</param>
    /// <param name="secretUntil">Until then its link lets somebody in.</param>
    public QueuedLetter Queued(
        string key,
        DateTimeOffset now,
        DateTimeOffset? secretUntil = null
    ) =>
        new()
        {
            Key = key,
            To = To,
            Subject = Subject,
            Text = Text,
            Html = Html,
            SecretUntil = secretUntil,
            At = now,
            DueAt = now,
        };

    static string Paragraphs(string[] paragraphs) =>
        string.Join("\n", paragraphs.Select(text => $"<p>{Encode(text)}</p>"));

    static string Encode(string text) => WebUtility.HtmlEncode(text);
}
