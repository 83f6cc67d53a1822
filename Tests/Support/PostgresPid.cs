using System.Diagnostics;
using System.Globalization;

namespace StaffDashboard.Tests.Support;

/// <summary>The embedded server's main process, to be killed without notice.</summary>
static class PostgresPid
{
    internal static string FileOf(string folder) =>
        Path.Combine(folder, "data", "postgres", "postmaster.pid");

    internal static void Kill(string folder)
    {
        var pid = int.Parse(File.ReadLines(FileOf(folder)).First(), CultureInfo.InvariantCulture);
        using var postgres = Process.GetProcessById(pid);
        postgres.Kill();
        postgres.WaitForExit();
    }
}
