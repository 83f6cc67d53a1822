using System.Runtime.CompilerServices;

namespace StaffDashboard.Data.Imports.Csv;

/// <summary>A list as a spreadsheet wrote it, read line by line and never held as a whole.</summary>
public sealed class CsvFile : IDisposable
{
    const int Head = 16 * 1024;

    readonly CsvLines lines;

    CsvFile(CsvLines lines, char separator) => (this.lines, Separator) = (lines, separator);

    public char Separator { get; }
    public string[] Columns { get; private set; } = [];

    public static async Task<CsvFile> OpenAsync(Stream stream, CancellationToken stop)
    {
        var text = Letters.Reader(stream);
        var buffer = new char[Head];
        var head = new string(buffer, 0, await text.ReadBlockAsync(buffer, stop));
        Refuse(head);
        var named = Separators.Named(head);
        if (named is not null)
            head = head[(head.IndexOf('\n', StringComparison.Ordinal) + 1)..];
        var separator = named ?? Separators.Guess(head);
        var file = new CsvFile(
            new CsvLines(new HeadFirst(head, text), separator, named is null ? 1 : 2),
            separator
        );
        await file.ReadColumnsAsync(stop);
        return file;
    }

    /// <summary>Each line that is not empty, with the number of the line on which it begins.</summary>
    public async IAsyncEnumerable<CsvRow> RowsAsync([EnumeratorCancellation] CancellationToken stop)
    {
        while (await lines.ReadAsync(stop) is { } row)
            if (!row.IsEmpty)
                yield return row;
    }

    public void Dispose() => lines.Dispose();

    static void Refuse(string head)
    {
        if (
            head.StartsWith("PK\u0003\u0004", StringComparison.Ordinal)
            || head.StartsWith("ÐÏ\u0011", StringComparison.Ordinal)
        )
            throw new FileRefused(
                "This is a spreadsheet, not a CSV file. Open it, choose Save as, and pick CSV (UTF-8)."
            );
        if (head.Contains('\0', StringComparison.Ordinal))
            throw new FileRefused(
                "This is not a text file. Save the list as CSV (UTF-8) and send that."
            );
    }

    async Task ReadColumnsAsync(CancellationToken stop)
    {
        CsvRow? row;
        do row = await lines.ReadAsync(stop);
        while (row is { IsEmpty: true });
        if (row is null)
            throw new FileRefused("The file is empty. Its first line has to name the columns.");
        var names = row.Value.Cells;
        Columns =
        [
            .. names.Select(
                (name, at) =>
                    CleanText.Of(CsvCell.Read(name)) is { Length: > 0 } text
                        ? text
                        : $"Column {at + 1}"
            ),
        ];
    }
}
