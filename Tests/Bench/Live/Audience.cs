namespace StaffDashboard.Bench.Live;

/// <summary>Many open sockets, kept alive. Which of them heard what, and when, is told to one listener.</summary>
sealed class Audience : IAsyncDisposable
{
    internal delegate void Hear(int who, long when, ReadOnlySpan<byte> message);

    readonly List<Socket> sockets = [];
    readonly CancellationTokenSource end = new();
    Task pinging = Task.CompletedTask;

    internal static async Task<Audience> GatherAsync(
        Uri site,
        string cookie,
        IReadOnlyList<string[]> topics,
        Hear hear
    )
    {
        var audience = new Audience();
        for (var at = 0; at < topics.Count; at++)
        {
            var who = at;
            audience.sockets.Add(new Socket((when, message) => hear(who, when, message)));
        }
        await Parallel.ForEachAsync(
            Enumerable.Range(0, topics.Count),
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (at, _) => await audience.sockets[at].WatchAsync(site, cookie, topics[at])
        );
        audience.pinging = audience.PingAsync();
        return audience;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await pinging;
        foreach (var socket in sockets)
            await socket.DisposeAsync();
        end.Dispose();
    }

    async Task PingAsync()
    {
        using var tick = new PeriodicTimer(TimeSpan.FromSeconds(10));
        try
        {
            while (await tick.WaitForNextTickAsync(end.Token))
                foreach (var socket in sockets)
                    await socket.PingAsync();
        }
        catch (OperationCanceledException) { }
    }
}
