using System.Text.RegularExpressions;
using Npgsql;
using StaffDashboard.Bench.Support;

namespace StaffDashboard.Bench.Pages;

/// <summary>Hears out of PostgreSQL's own log what a request asks: nothing is left out, whoever in the program asked it.</summary>
sealed partial class StatementLog(Ground ground)
{
    /// <summary>Holds for connections that are opened from now on.</summary>
    internal async Task BeginAsync()
    {
        // An office's own log keeps quiet about what was asked for.
        await SetAsync("alter system set log_error_verbosity = 'default'");
        await ground.RunAsync("alter role staffdashboard_app set log_statement = 'all'");
    }

    internal Task EndAsync() =>
        ground.RunAsync("alter role staffdashboard_app reset log_statement");

    /// <summary>Holds for the connections that are open, too.</summary>
    internal async Task BeginNowAsync()
    {
        await SetAsync("alter system set log_error_verbosity = 'default'");
        await SetAsync("alter system set log_statement = 'all'");
    }

    internal Task EndNowAsync() => SetAsync("alter system reset log_statement");

    async Task SetAsync(string sql)
    {
        await ground.RunAsync(sql);
        await ground.RunAsync("select pg_reload_conf()");
        await Task.Delay(500);
    }

    internal async Task<Statement[]> OfAsync(Func<Task> request)
    {
        var before = new FileInfo(ground.Log).Length;
        await request();
        await using var log = new FileStream(
            ground.Log,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite
        );
        log.Position = before;
        using var reader = new StreamReader(log);
        return [.. Read(await reader.ReadToEndAsync())];
    }

    static IEnumerable<Statement> Read(string log)
    {
        var asked = new Dictionary<string, string>();
        foreach (Match entry in Entry().Matches(log))
        {
            var (process, text) = (entry.Groups["process"].Value, entry.Groups["text"].Value);
            if (
                entry.Groups["kind"].Value == "LOG"
                && Asked().Match(text) is { Success: true } found
            )
            {
                if (asked.Remove(process, out var plain) && IsOfPage(plain))
                    yield return new Statement(plain, []);
                asked[process] = text[found.Length..]
                    .Replace("\n\t", "\n", StringComparison.Ordinal);
            }
            else if (
                entry.Groups["kind"].Value == "DETAIL"
                && asked.Remove(process, out var sql)
                && IsOfPage(sql)
            )
                yield return new Statement(sql, [.. Parameter().Matches(text).Select(Value)]);
        }
        foreach (var sql in asked.Values.Where(IsOfPage))
            yield return new Statement(sql, []);
    }

    // The node's own reading of the change log goes on in between; giving a connection back is not the page's question.
    static bool IsOfPage(string sql) =>
        !sql.Contains("change_log", StringComparison.Ordinal)
        && !sql.Contains("pg_notify", StringComparison.Ordinal)
        && sql.TrimStart()
            is ['s' or 'S' or 'w' or 'W', 'e' or 'E' or 'i' or 'I', 'l' or 'L' or 't' or 'T', ..]
                and not ['S', 'E', 'T', ..]
        && !sql.Contains("pg_advisory_unlock_all", StringComparison.Ordinal);

    static string? Value(Match parameter) =>
        parameter.Groups["text"] is { Success: true } text
            ? text.Value.Replace("''", "'", StringComparison.Ordinal)
            : null;

    [GeneratedRegex(
        @"^\S+ \S+ \S+ \[(?<process>\d+)\] (?<kind>[A-Z]+):  (?<text>.*(\n\t.*)*)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Entry();

    [GeneratedRegex(@"^(execute [^:]+|statement): ", RegexOptions.ExplicitCapture)]
    private static partial Regex Asked();

    [GeneratedRegex(@"\$\d+ = (NULL|'(?<text>([^']|'')*)')", RegexOptions.ExplicitCapture)]
    private static partial Regex Parameter();
}
