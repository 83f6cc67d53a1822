using System.ComponentModel;
using System.Diagnostics;

namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>Runs one program to its end and keeps what it said.</summary>
static class Tool
{
    internal static async Task<(int Code, string Said)> RunAsync(params string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["LC_ALL"] = "C";
        try
        {
            using var process = Process.Start(start)!;
            var said = process.StandardOutput.ReadToEndAsync();
            var complained = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await said + await complained);
        }
        catch (Win32Exception e)
        {
            return (127, e.Message);
        }
    }
}
