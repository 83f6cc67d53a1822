using System.Text;

namespace StaffDashboard.Data.Imports.Csv;

/// <summary>The grammar of RFC 4180, forgiving where spreadsheets are careless; it holds one line at a time.</summary>
sealed class CsvLines(TextReader text, char separator, int firstLine) : IDisposable
{
    const int LongestCell = 20_000;
    const int MostCells = 1_000;

    readonly char[] buffer = new char[16 * 1024];
    readonly StringBuilder cell = new();
    int line = firstLine;
    int at;
    int length;

    /// <summary>Null at the end of the file.</summary>
    internal async ValueTask<CsvRow?> ReadAsync(CancellationToken stop)
    {
        if (!await HasMoreAsync(stop))
            return null;
        var first = line;
        var cells = new List<string>();
        while (await CellAsync(first, stop))
        {
            // Or a file of nothing but separators would take many times its size in memory.
            if (cells.Count == MostCells)
                throw new FileRefused(
                    $"Line {first} has more than {MostCells} cells. Check what stands between them."
                );
            cells.Add(Take());
        }
        cells.Add(Take());
        return new CsvRow(first, [.. cells]);
    }

    public void Dispose() => text.Dispose();

    /// <summary>True when another cell follows on this line.</summary>
    async ValueTask<bool> CellAsync(int first, CancellationToken stop)
    {
        if (await HasMoreAsync(stop) && buffer[at] == '"')
        {
            at++;
            await QuotedAsync(first, stop);
        }
        while (await HasMoreAsync(stop))
        {
            var c = buffer[at++];
            if (c == separator)
                return true;
            if (c is '\r' or '\n')
            {
                await EndLineAsync(c, stop);
                return false;
            }
            Add(c, first);
        }
        return false;
    }

    async ValueTask QuotedAsync(int first, CancellationToken stop)
    {
        while (await HasMoreAsync(stop))
        {
            var c = buffer[at++];
            if (c == '"' && !(await HasMoreAsync(stop) && buffer[at] == '"'))
                return;
            if (c == '"')
                at++;
            Add(c, first);
            if (c == '\n')
                line++;
            else if (c == '\r' && !(await HasMoreAsync(stop) && buffer[at] == '\n'))
                line++;
        }
        throw Unclosed(first);
    }

    async ValueTask EndLineAsync(char end, CancellationToken stop)
    {
        line++;
        if (end == '\r' && await HasMoreAsync(stop) && buffer[at] == '\n')
            at++;
    }

    void Add(char c, int first)
    {
        // Or one forgotten quotation mark would take the whole file into memory.
        if (cell.Length == LongestCell)
            throw Unclosed(first);
        cell.Append(c);
    }

    static FileRefused Unclosed(int first) =>
        new(
            $"Line {first} has a cell that does not end: a quotation mark is opened there and not closed."
        );

    string Take()
    {
        var taken = cell.ToString();
        cell.Clear();
        return taken;
    }

    async ValueTask<bool> HasMoreAsync(CancellationToken stop)
    {
        if (at < length)
            return true;
        (at, length) = (0, await text.ReadAsync(buffer, stop));
        return length > 0;
    }
}

public readonly record struct CsvRow(int Line, string[] Cells)
{
    public bool IsEmpty => Array.TrueForAll(Cells, string.IsNullOrWhiteSpace);
}
