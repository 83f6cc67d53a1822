using StaffDashboard.Data.Fields;
using StaffDashboard.Data.Imports.Csv;

namespace StaffDashboard.Data.Imports.Run;

/// <summary>From the cells of a line to canonical values by the rules of the forms, or to what is wrong with them.</summary>
sealed class LineReader
{
    readonly Import import;
    readonly NewChoices? added;
    readonly OfficeWords words;
    readonly IReadOnlyList<Field> fields;
    readonly int[][] columns;

    internal LineReader(ImportType type, Import import, NewChoices? added, OfficeWords words)
    {
        (this.import, this.added, this.words) = (import, added, added?.Words ?? words);
        fields = type.Fields.All;
        columns = [.. fields.Select(field => ColumnsOf(type.Fields.KeysOf(field)))];
    }

    internal (string?[] Content, string Problem) Read(string[] cells)
    {
        var content = new string?[columns.Length];
        if (Ragged(cells) is { } ragged)
            return (content, ragged);
        var problems = new List<string>();
        for (var at = 0; at < columns.Length; at++)
        {
            var field = fields[at];
            var text = TextOf(cells, columns[at]);
            if (text.Length == 0)
                continue;
            if (!StorableText.IsStorable(text))
            {
                problems.Add(
                    $"{field.Label} contains characters that are not text. Type it again."
                );
                continue;
            }
            if (field == added?.Field)
                added.Meet(text);
            if (field.TryRead(text, words, out var value, out var problem))
                content[at] = value;
            else
                problems.Add(problem);
        }
        return (content, string.Join(' ', problems));
    }

    // Spreadsheets leave empty cells at the end away or add some; anything else has slipped.
    string? Ragged(string[] cells) =>
        cells.Length < import.Columns.Length
        || cells.Skip(import.Columns.Length).Any(cell => cell.Length > 0)
            ? $"The line has {cells.Length} cells, the heading {import.Columns.Length}."
            : null;

    static string TextOf(string[] cells, int[] columns) =>
        columns.Length switch
        {
            0 => "",
            1 => Clean(cells[columns[0]]),
            _ => string.Join(' ', columns.Select(column => Clean(cells[column]))).Trim(),
        };

    static string Clean(string cell) => CsvCell.Read(cell).Trim();

    int[] ColumnsOf(IEnumerable<string> keys) =>
        [.. keys.Select(key => Array.IndexOf(import.Mapping, key)).Where(at => at >= 0)];
}
