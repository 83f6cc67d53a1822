namespace StaffDashboard.Data.Imports.Csv;

static class Separators
{
    const string Known = ";,\t|";

    /// <summary>What stands most often in the heading, outside quotes.</summary>
    internal static char Guess(string head)
    {
        Span<int> count = stackalloc int[Known.Length];
        var quoted = false;
        var empty = true;
        foreach (var c in head)
        {
            if (c == '"')
                quoted = !quoted;
            if (!quoted && c is '\r' or '\n' && !empty)
                break;
            if (!quoted && Known.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at)
                count[at]++;
            empty &= char.IsWhiteSpace(c);
        }
        var best = 1;
        for (var at = 0; at < Known.Length; at++)
            best = count[at] > count[best] ? at : best;
        return Known[best];
    }

    /// <summary>Some spreadsheets write their separator into a first line of its own.</summary>
    internal static char? Named(string head) =>
        head.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
        && head.Length > 5
        && head[5] is '\r' or '\n'
            ? head[4]
            : null;
}
