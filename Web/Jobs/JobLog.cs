using Hangfire.Logging;
using HangfireLevel = Hangfire.Logging.LogLevel;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace StaffDashboard.Web.Jobs;

/// <summary>Hangfire's log without stacks: while the database is away, each of its loops would write one.</summary>
sealed class JobLog(ILogger log) : ILogProvider, ILog
{
    public ILog GetLogger(string name) => this;

    public bool Log(HangfireLevel logLevel, Func<string>? messageFunc, Exception? exception = null)
    {
        // Both count from Trace.
        var level = (LogLevel)(int)logLevel;
        if (messageFunc is null || !log.IsEnabled(level))
            return log.IsEnabled(level);
        log.Log(level, "{Message} {Problem}", messageFunc(), exception?.Message);
        return true;
    }
}
