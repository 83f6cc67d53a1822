using System.Net;
using System.Text;

namespace StaffDashboard.Web.Messaging.Reports;

/// <summary>
/// Markup for mail programs. No colour and no background is set, and no style sheet: so a dark program darkens it, and
/// our own pages may show the very same letter under their content policy.
/// </summary>
static class ReportHtml
{
    const int LongestNumber = 9;

    public const string End = "</font></body></html>";

    public static string Of(ReportLetter letter)
    {
        var html = new StringBuilder();
        html.Append(
            $"""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">
            <title>{Encode(
                letter.Subject
            )}</title></head><body><font face="Helvetica, Arial, sans-serif">
            <h1><font size="5">{Encode(letter.Title)}</font></h1>
            <p><b>{Encode(letter.Verdict)}</b></p>

            """
        );
        if (letter.Note is { } note)
            html.Append($"<p>{Encode(note)}</p>\n");
        foreach (var table in letter.Tables)
            Write(html, table);
        return html.Append(End).ToString();
    }

    static void Write(StringBuilder html, ReportTable table)
    {
        html.Append(
            $"<h2><font size=\"4\"><a href=\"{Encode(table.Link.AbsoluteUri)}\">{Encode(table.Title)}</a></font></h2>\n"
        );
        if (table.Rows.Count == 0)
        {
            html.Append($"<p>{Encode(table.Empty)}</p>\n");
            return;
        }
        html.Append(
            "<table width=\"100%\" border=\"1\" rules=\"rows\" frame=\"hsides\" cellpadding=\"6\" cellspacing=\"0\">\n"
        );
        Row(html, "th", table.Columns, null);
        for (var i = 0; i < table.Rows.Count; i++)
            Row(html, "td", table.Rows[i], table.Links?[i]);
        html.Append("</table>\n");
    }

    static void Row(StringBuilder html, string cell, IReadOnlyList<string> row, Uri? link)
    {
        html.Append("<tr>");
        for (var i = 0; i < row.Count; i++)
        {
            var text =
                i == 0 && link is not null
                    ? $"<a href=\"{Encode(link.AbsoluteUri)}\">{Encode(row[i])}</a>"
                    : Encode(row[i]);
            // A number and its unit stay together on a phone, words may break.
            var whole = i > 0 && text.Length <= LongestNumber ? " nowrap" : "";
            // As wide in each table, so that the days stand below one another.
            var wide = i == 0 && cell == "th" ? " width=\"40%\"" : "";
            html.Append(
                $"<{cell} align=\"{(i == 0 ? "left" : "right")}\"{wide}{whole}><font size=\"2\">{text}</font></{cell}>"
            );
        }
        html.Append("</tr>\n");
    }

    public static string Encode(string text) => WebUtility.HtmlEncode(text);
}
