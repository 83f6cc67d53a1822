using Microsoft.Extensions.Logging;

namespace StaffDashboard.Tests.Fuzz;

/// <summary>The last exception that a program logged, for whoever looks for its cause.</summary>
sealed class FaultLog : ILoggerProvider, ILogger
{
    internal string Last { get; private set; } = "";

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        if (IsEnabled(logLevel) && exception is not null)
            Last = $"{formatter(state, exception)}\n{exception}";
    }

    public void Dispose() { }
}
