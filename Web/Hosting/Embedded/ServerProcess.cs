using System.Diagnostics;
using System.Globalization;

namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>
/// The PostgreSQL of one data folder: starting it, stopping it, and knowing whether it lives.
/// On Linux the server itself holds a lock as long as any of its processes lives, whoever
/// started it; its pid file may be stale and name somebody else's process.
/// </summary>
sealed class ServerProcess(Unprivileged way, string folder)
{
    readonly string lockFile = Path.Combine(folder, "server.lock");
    readonly string log = Path.Combine(folder, "postgres.log");
    readonly string pidFile = Path.Combine(way.Data, "postmaster.pid");

    /// <summary>Ask only while holding the start lock: asking takes the server's lock for a moment.</summary>
    internal bool Lives() => OperatingSystem.IsLinux() ? FileLock.IsHeld(lockFile) : PidLives();

    internal async Task StartAsync()
    {
        File.Delete(pidFile);
        string[] hold = OperatingSystem.IsLinux()
            ? ["flock", "--nonblock", "--no-fork", lockFile]
            : [];
        var (code, said) = await Tool.RunAsync([
            .. hold,
            .. way.Prefix,
            Program("pg_ctl"),
            "start",
            "-D",
            way.Data,
            "-l",
            LogFor(),
            "-w",
            "-t",
            "120",
            "-s",
        ]);
        if (code != 0)
            throw new StartRefused(
                StartRefused.Unavailable,
                $"PostgreSQL did not start: {Reason(said)} (more in {LogFor()})"
            );
    }

    internal Task StopAsync() =>
        Tool.RunAsync([
            .. way.Prefix,
            Program("pg_ctl"),
            "stop",
            "-D",
            way.Data,
            "-m",
            "fast",
            "-w",
            "-t",
            "60",
            "-s",
        ]);

    internal string Program(string name) =>
        Path.Combine(way.Native, "bin", OperatingSystem.IsWindows() ? name + ".exe" : name);

    // Where nobody runs the server, it can write beside its data only.
    string LogFor() => Path.GetDirectoryName(way.Data) == folder ? log : way.Data + ".log";

    string Reason(string said)
    {
        var lines = File.Exists(LogFor()) ? File.ReadLines(LogFor()).TakeLast(20) : [];
        return lines.LastOrDefault(x => x.Contains("FATAL", StringComparison.Ordinal))
            ?? said.ReplaceLineEndings(" ").Trim();
    }

    bool PidLives()
    {
        if (!File.Exists(pidFile))
            return false;
        var first = File.ReadLines(pidFile).FirstOrDefault();
        if (!int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var pid))
            return false;
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
