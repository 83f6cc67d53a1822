using System.Diagnostics;

namespace StaffDashboard.Tests.Support;

/// <summary>A tool of node's, run at the root of the repository.</summary>
static class NodeTool
{
    internal static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        using var node = Process.Start(
            new ProcessStartInfo("node", arguments)
            {
                WorkingDirectory = Repository.Root,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var said = await Task.WhenAll(
                node.StandardOutput.ReadToEndAsync(),
                node.StandardError.ReadToEndAsync()
            )
            .WaitAsync(TimeSpan.FromMinutes(5));
        await node.WaitForExitAsync();
        return (node.ExitCode, string.Concat(said).Trim());
    }
}
