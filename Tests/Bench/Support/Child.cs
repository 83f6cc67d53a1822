using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace StaffDashboard.Bench.Support;

/// <summary>A .NET program as a process of its own, up to the line that says where it is open.</summary>
sealed class Child : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly Process process;
    readonly ConcurrentQueue<string> said = new();
    readonly TaskCompletionSource<Uri> open = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    Child(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) =>
            open.TrySetException(
                new InvalidOperationException("It ended: " + string.Join('\n', said))
            );
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal Uri Address { get; private set; } = null!;
    internal int Id => process.Id;

    /// <summary>Line by line, so far.</summary>
    internal IEnumerable<string> Said => said;

    /// <summary>What it has cost the machine so far.</summary>
    internal TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    internal static async Task<Child> StartAsync(
        string[] arguments,
        string folder,
        params (string Name, string Value)[] settings
    )
    {
        var child = new Child(Begin(arguments, folder, settings));
        child.Address = await child.open.Task.WaitAsync(Patience);
        return child;
    }

    /// <summary>As a machine dies: nothing is finished, nobody is told.</summary>
    internal void Kill() => process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            var pid = process.Id.ToString(CultureInfo.InvariantCulture);
            using var kill = Process.Start("kill", ["-TERM", pid]);
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    static Process Begin(string[] arguments, string folder, (string Name, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    void Hear(string? line)
    {
        if (line is null)
            return;
        said.Enqueue(line);
        if (line.Split(" is open at ") is [_, var address])
            open.TrySetResult(new Uri(address));
    }
}
