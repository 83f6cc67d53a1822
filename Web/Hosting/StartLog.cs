namespace StaffDashboard.Web.Hosting;

/// <summary>Why the server cannot be started is said in one line of our own; Kestrel's, with its stack, comes on top.</summary>
sealed class StartLog
{
    internal bool IsOver { get; set; }

    internal bool MayLog(LogLevel level) =>
        level >= LogLevel.Warning && (IsOver || level < LogLevel.Critical);
}
