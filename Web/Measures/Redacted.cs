using System.Text.RegularExpressions;

namespace StaffDashboard.Web.Measures;

/// <summary>A statement without the values in it: they may be somebody's name.</summary>
static partial class Redacted
{
    const int Longest = 8_000;

    /// <summary>Texts and numbers become a question mark; what is left is what the statement is.</summary>
    internal static string Of(string sql) => Cut(Number().Replace(Text().Replace(sql, "?"), "?"));

    /// <summary>The costs of a plan are numbers that tell nothing of anybody.</summary>
    internal static string Plan(string plan) =>
        Cut(
            string.Join(
                '\n',
                plan.Split('\n')
                    .Select(line =>
                        line.Contains("  (cost=", StringComparison.Ordinal)
                            ? Text().Replace(line, "?")
                            : Of(line)
                    )
            )
        );

    /// <summary>The parameters by number, as PostgreSQL itself names them.</summary>
    internal static string Numbered(string sql)
    {
        var names = new List<string>();
        return Parameter()
            .Replace(
                sql,
                found =>
                {
                    if (found.Value[0] != '@')
                        return found.Value;
                    if (!names.Contains(found.Value, StringComparer.Ordinal))
                        names.Add(found.Value);
                    return $"${names.IndexOf(found.Value) + 1}";
                }
            );
    }

    static string Cut(string text) => text.Length <= Longest ? text : text[..Longest] + "…";

    [GeneratedRegex(
        """[eE]?'(?:[^']|'')*'|\$(?<tag>\w*)\$.*?\$\k<tag>\$|--[^\n]*|/\*.*?\*/""",
        RegexOptions.Singleline,
        matchTimeoutMilliseconds: 500
    )]
    private static partial Regex Text();

    [GeneratedRegex(
        """(?<![\w$@"])\d+(?:\.\d+)?(?![\w"])""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 500
    )]
    private static partial Regex Number();

    [GeneratedRegex(
        """'(?:[^']|'')*'|"[^"]*"|(?<![@\w<])@\w+""",
        RegexOptions.None,
        matchTimeoutMilliseconds: 500
    )]
    private static partial Regex Parameter();
}
