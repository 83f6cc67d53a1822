using System.Diagnostics;
using System.Globalization;
using System.Text;
using StaffDashboard.Web.Hosting;

namespace StaffDashboard.Tests.Support;

/// <summary>The built program as a process of its own, with only the settings that a test gives it.</summary>
sealed class WebProcess : IDisposable
{
    readonly Process process;
    readonly StringBuilder said = new();
    readonly StringBuilder complained = new();
    readonly TaskCompletionSource<Uri> open = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    WebProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(said, line.Data);
        process.ErrorDataReceived += (_, line) => Hear(complained, line.Data);
        process.Exited += (_, _) =>
            open.TrySetException(new InvalidOperationException($"It ended. {complained}"));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    internal string Said => Read(said);
    internal string Complained => Read(complained);

    internal static WebProcess Start(
        string arguments,
        params (string Name, string Value)[] settings
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            Arguments =
                $"\"{Path.Combine(AppContext.BaseDirectory, "StaffDashboard.Web.dll")}\" {arguments}",
            WorkingDirectory = Path.Combine(HouseRoot.Find(AppContext.BaseDirectory), "Web"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // It lives for seconds: too short for what is won by watching what runs hot.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in settings)
            start.Environment[name] = value;
        return new WebProcess(Process.Start(start)!);
    }

    internal Task<Uri> OpenAsync() =>
        open.Task.WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);

    internal async Task<int> EndAsync()
    {
        await process
            .WaitForExitAsync(TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    internal void Kill() => process.Kill();

    internal void Terminate()
    {
        var pid = process.Id.ToString(CultureInfo.InvariantCulture);
        using var kill = Process.Start("kill", ["-TERM", pid]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    void Hear(StringBuilder where, string? line)
    {
        if (line is null)
            return;
        lock (where)
            where.AppendLine(line);
        if (line.Split(" is open at ") is [_, var address])
            open.TrySetResult(new Uri(address));
    }

    static string Read(StringBuilder from)
    {
        lock (from)
            return from.ToString();
    }
}
