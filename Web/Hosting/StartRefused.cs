namespace StaffDashboard.Web.Hosting;

/// <summary>The program cannot start: one line for the person who started it, and an exit code.</summary>
public sealed class StartRefused(int exitCode, string line, Exception? cause = null)
    : Exception(line, cause)
{
    // The numbers of sysexits.h, so that systemd's log names them.
    internal const int Usage = 64;
    internal const int Unavailable = 69;
    internal const int CannotWrite = 73;
    internal const int BadSetting = 78;

    internal int ExitCode => exitCode;

    internal static StartRefused Setting(string name, string mend) =>
        new(BadSetting, $"{name}: {mend}");
}
