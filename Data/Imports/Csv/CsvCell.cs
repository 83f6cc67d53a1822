using System.Text;

namespace StaffDashboard.Data.Imports.Csv;

/// <summary>One cell of a file that a spreadsheet will open: what looks like a formula must not become one.</summary>
public static class CsvCell
{
    const char Guard = '\'';

    // The wide signs of an Asian keyboard begin a formula, too.
    const string Formulas = "=+-@＝＋－＠\t\r\n";

    public static string Write(string text, char separator)
    {
        var safe = NeedsGuard(text) ? Guard + text : text;
        return NeedsQuotes(safe, separator)
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    /// <summary>Takes the guard away again that Write, or a careful spreadsheet, has put there.</summary>
    public static string Read(string cell) => LooksGuarded(cell) ? cell[1..] : cell;

    public static string Line(IEnumerable<string> cells, char separator)
    {
        var line = new StringBuilder();
        foreach (var cell in cells)
            line.Append(Write(cell, separator)).Append(separator);
        line.Length--;
        return line.Append("\r\n").ToString();
    }

    // A guard that somebody typed is guarded too, or reading would take it for ours.
    static bool NeedsGuard(string text) =>
        LooksGuarded(text) || (StartsFormula(text) && !IsSignedNumber(text));

    static bool LooksGuarded(string text) =>
        text.StartsWith(Guard) && StartsFormula(text.AsSpan().TrimStart(Guard));

    static bool StartsFormula(ReadOnlySpan<char> text) =>
        text is [var first, ..] && Formulas.Contains(first, StringComparison.Ordinal);

    // A sign and digits, as a phone number has them: nothing in it names a cell or a function.
    static bool IsSignedNumber(string text) =>
        text is ['+' or '-', _, ..] && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    static bool NeedsQuotes(string text, char separator) =>
        text.AsSpan().IndexOfAny(['"', '\r', '\n', separator]) >= 0
        || (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])));
}
