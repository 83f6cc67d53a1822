namespace StaffDashboard.Web.Hosting.Embedded;

/// <summary>A lock that dies with the process that holds it: flock on Unix, sharing on Windows.</summary>
static class FileLock
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    internal static FileStream? TryTake(string path)
    {
        try
        {
            return new FileStream(
                path,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None
            );
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    internal static bool IsHeld(string path)
    {
        using var taken = TryTake(path);
        return taken is null;
    }

    internal static async Task<FileStream> TakeAsync(string path, CancellationToken stop)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        while (true)
        {
            if (TryTake(path) is { } taken)
                return taken;
            if (patience.IsCancellationRequested && !stop.IsCancellationRequested)
                throw new StartRefused(
                    StartRefused.Unavailable,
                    $"Another program has been busy in {Path.GetDirectoryName(path)} for too long: end it and start again."
                );
            await Task.Delay(50, stop);
        }
    }
}
