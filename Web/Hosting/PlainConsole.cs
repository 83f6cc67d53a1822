using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace StaffDashboard.Web.Hosting;

/// <summary>
/// The console's usual lines, with the signs taken out that a terminal obeys instead of showing: names, addresses and
/// headers come from strangers. Here once, for whoever logs what.
/// </summary>
sealed class PlainConsole(ConsoleFormatter usual) : ConsoleFormatter(FormatterName)
{
    internal const string FormatterName = "plain";

    public override void Write<TState>(
        in LogEntry<TState> logEntry,
        IExternalScopeProvider? scopeProvider,
        TextWriter textWriter
    )
    {
        var said = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var line = LogText.Of(logEntry.Exception is { } e ? $"{said} {e}" : said);
        usual.Write(
            new LogEntry<string>(
                logEntry.LogLevel,
                logEntry.Category,
                logEntry.EventId,
                line,
                null,
                (text, _) => text
            ),
            scopeProvider,
            textWriter
        );
    }
}
