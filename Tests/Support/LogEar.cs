using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace StaffDashboard.Tests.Support;

/// <summary>Hears what the program logs; to be registered as its ILoggerProvider.</summary>
sealed class LogEar : ILoggerProvider
{
    readonly ConcurrentQueue<string> said = new();

    internal IReadOnlyCollection<string> Said => said;

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, said);

    public void Dispose() { }

    sealed class Logger(string category, ConcurrentQueue<string> said) : ILogger
    {
        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => said.Enqueue($"{logLevel} {category}: {formatter(state, exception)} {exception}");
    }
}
