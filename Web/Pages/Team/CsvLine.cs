namespace StaffDashboard.Web.Pages.Team;

/// <summary>
/// One line of a CSV file that a spreadsheet may open. What it would take for a formula gets an apostrophe in front;
/// a phone number and a negative number cannot do harm, and stay as they are so that they can be read in again.
/// </summary>
public static class CsvLine
{
    const string End = "\r\n";

    public static string Of(IEnumerable<string> cells, char separator) =>
        string.Join(separator, cells.Select(cell => Quote(Defuse(cell), separator))) + End;

    public static string Defuse(string cell) => IsFormula(cell) ? "'" + cell : cell;

    static bool IsFormula(string cell) =>
        cell.Length > 0
        && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
        && !IsSignedNumber(cell);

    // A sign and digits only: nothing in it names a cell or a function.
    static bool IsSignedNumber(string cell) =>
        cell[0] is '+' or '-'
        && cell.Length > 1
        && cell.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    static string Quote(string cell, char separator) =>
        cell.AsSpan().IndexOfAny("\"\r\n") >= 0 || cell.Contains(separator) || cell != cell.Trim()
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
