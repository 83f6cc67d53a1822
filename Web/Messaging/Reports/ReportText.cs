using System.Text;

namespace StaffDashboard.Web.Messaging.Reports;

static class ReportText
{
    public static string Of(ReportLetter letter)
    {
        var text = new StringBuilder();
        text.Append(letter.Title).Append("\n\n").Append(letter.Verdict).Append('\n');
        if (letter.Note is { } note)
            text.Append(note).Append('\n');
        foreach (var table in letter.Tables)
            Write(text, table);
        return text.ToString();
    }

    static void Write(StringBuilder text, ReportTable table)
    {
        text.Append('\n').Append(table.Title).Append('\n');
        if (table.Rows.Count == 0)
            text.Append(table.Empty).Append('\n');
        else
            WriteRows(text, table);
        text.Append(table.Link.AbsoluteUri).Append('\n');
    }

    static void WriteRows(StringBuilder text, ReportTable table)
    {
        text.Append(Line(table.Columns, table)).Append('\n');
        for (var i = 0; i < table.Rows.Count; i++)
        {
            text.Append(Line(table.Rows[i], table)).Append('\n');
            if (table.Links is { } links)
                text.Append("  ").Append(links[i].AbsoluteUri).Append('\n');
        }
    }

    // What people wrote may stand in a cell: it takes no line of its own.
    static string Line(IReadOnlyList<string> row, ReportTable table) =>
        string.Join(
                "  ",
                row.Select(HeaderText.OneLine)
                    .Select(
                        (cell, i) =>
                            i == 0
                                ? cell.PadRight(WidthOf(table, i))
                                : cell.PadLeft(WidthOf(table, i))
                    )
            )
            .TrimEnd();

    static int WidthOf(ReportTable table, int column) =>
        table.Rows.Prepend(table.Columns).Max(row => row[column].Length);
}
